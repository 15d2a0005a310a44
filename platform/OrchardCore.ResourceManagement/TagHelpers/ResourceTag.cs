using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace OrchardCore.ResourceManagement.TagHelpers;

internal static class ResourceTag
{
    /// <summary>Makes the element that goes elsewhere, with the attributes that were written, and takes away the written one.</summary>
    public static TagBuilder Replace(TagHelperOutput output, string name, params (string Name, string Value)[] attributes)
    {
        var tag = new TagBuilder(name);

        foreach (var (key, value) in attributes)
        {
            tag.Attributes[key] = value;
        }

        tag.MergeAttributes(output.Attributes.ToDictionary(attribute => attribute.Name, attribute => attribute.Value?.ToString()));
        output.SuppressOutput();

        return tag;
    }
}
