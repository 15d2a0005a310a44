using Microsoft.AspNetCore.Razor.TagHelpers;

namespace OrchardCore.ResourceManagement.TagHelpers;

/// <summary>Puts a script into the head or at the foot of the page, once, or leaves it where it is.</summary>
[HtmlTargetElement("script", Attributes = "asp-src")]
public class ScriptTagHelper : TagHelper
{
    private readonly IResourceManager _resourceManager;

    public ScriptTagHelper(IResourceManager resourceManager) => _resourceManager = resourceManager;

    [HtmlAttributeName("asp-src")]
    public string Src { get; set; }

    [HtmlAttributeName("asp-append-version")]
    public bool? AppendVersion { get; set; }

    [HtmlAttributeName("at")]
    public ResourceLocation At { get; set; }

    public override Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var address = _resourceManager.Address(Src, AppendVersion != false);
        var script = ResourceTag.Replace(output, "script", ("src", address));

        if (At is ResourceLocation.Head or ResourceLocation.Foot)
        {
            _resourceManager.AddScript(address, script, At);
        }
        else
        {
            output.Content.SetHtmlContent(script);
        }

        return Task.CompletedTask;
    }
}
