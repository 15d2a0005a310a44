using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace OrchardCore.ResourceManagement.TagHelpers;

/// <summary>Puts a style sheet into the head of the page, once.</summary>
[HtmlTargetElement("style", Attributes = "asp-src")]
public class StyleTagHelper : TagHelper
{
    private readonly IResourceManager _resourceManager;

    public StyleTagHelper(IResourceManager resourceManager) => _resourceManager = resourceManager;

    [HtmlAttributeName("asp-src")]
    public string Src { get; set; }

    [HtmlAttributeName("asp-append-version")]
    public bool? AppendVersion { get; set; }

    [HtmlAttributeName("at")]
    public ResourceLocation At { get; set; }

    public override Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var address = _resourceManager.Address(Src, AppendVersion != false);
        var link = ResourceTag.Replace(output, "link", ("href", address), ("rel", "stylesheet"));
        link.TagRenderMode = TagRenderMode.SelfClosing;

        if (At == ResourceLocation.Inline)
        {
            output.Content.SetHtmlContent(link);
        }
        else
        {
            _resourceManager.AddStyle(address, link);
        }

        return Task.CompletedTask;
    }
}
