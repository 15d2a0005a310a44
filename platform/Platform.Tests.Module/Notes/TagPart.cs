using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Display.ContentDisplay;
using OrchardCore.ContentManagement.Display.Models;
using OrchardCore.DisplayManagement.Views;

namespace Platform.Tests.Module.Notes;

public sealed class TagPart : ContentPart
{
    public string Tag { get; set; }
}

public class TagPartViewModel
{
    public string Tag { get; set; }
}

/// <summary>A driver that says where its editor goes, and for whom: <see cref="TagPart.Tag"/> decides.</summary>
internal sealed class TagPartDisplayDriver : ContentPartDisplayDriver<TagPart>
{
    public override IDisplayResult Edit(TagPart part, BuildPartEditorContext context)
    {
        var result = Initialize<TagPartViewModel>("TagPart_Edit", model => model.Tag = part.Tag);

        return part.Tag switch
        {
            "in-group" => result.OnGroup("more"),
            "nowhere" => null,
            { } tag when tag.Contains(':') => result.Location(tag),
            _ => result,
        };
    }
}
