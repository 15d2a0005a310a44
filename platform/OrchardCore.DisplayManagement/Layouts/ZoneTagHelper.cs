using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Logging;
using OrchardCore.DisplayManagement.Layout;

namespace OrchardCore.DisplayManagement.TagHelpers;

/// <summary>Puts what is in it into a zone of the layout.</summary>
[HtmlTargetElement("zone", Attributes = "name")]
public class ZoneTagHelper : TagHelper
{
    private readonly ILayoutAccessor _layoutAccessor;

    [SuppressMessage("Style", "IDE0060", Justification = "Orchard's constructor has it.")]
    public ZoneTagHelper(ILayoutAccessor layoutAccessor, ILogger<ZoneTagHelper> logger) => _layoutAccessor = layoutAccessor;

    [HtmlAttributeName("name")]
    public string Name { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        _layoutAccessor.Layout.Zones.Get(Name).Add(new HtmlShape(content), position: null);
        output.SuppressOutput();
    }
}
