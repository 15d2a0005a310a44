using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace OrchardCore.ResourceManagement;

/// <summary>Holds what one page asks for. The same file counts once, where it was asked for first.</summary>
internal sealed class ResourceManager(IHttpContextAccessor httpContextAccessor, IFileVersionProvider fileVersionProvider) : IResourceManager
{
    private readonly HashSet<string> _addresses = [];
    private readonly HtmlContentBuilder _styles = new();
    private readonly HtmlContentBuilder _headScripts = new();
    private readonly HtmlContentBuilder _footScripts = new();

    IHtmlContent IResourceManager.Styles => _styles;

    IHtmlContent IResourceManager.HeadScripts => _headScripts;

    IHtmlContent IResourceManager.FootScripts => _footScripts;

    string IResourceManager.Address(string source, bool isVersioned)
    {
        var root = httpContextAccessor.HttpContext.Request.PathBase;
        var address = source.StartsWith("~/", StringComparison.Ordinal) ? root + source[1..] : source;

        return isVersioned ? fileVersionProvider.AddFileVersionToPath(root, address) : address;
    }

    void IResourceManager.AddStyle(string address, TagBuilder link) => Add(_styles, address, link);

    void IResourceManager.AddScript(string address, TagBuilder script, ResourceLocation location)
        => Add(location == ResourceLocation.Head ? _headScripts : _footScripts, address, script);

    private void Add(HtmlContentBuilder list, string address, TagBuilder tag)
    {
        if (_addresses.Add(address))
        {
            list.AppendHtml(tag).AppendHtml(Environment.NewLine);
        }
    }
}
