using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace OrchardCore.ResourceManagement;

/// <summary>The styles and scripts that a page, its shapes and its partials ask for. The layout renders them.</summary>
public interface IResourceManager
{
    internal IHtmlContent Styles { get; }

    internal IHtmlContent HeadScripts { get; }

    internal IHtmlContent FootScripts { get; }

    /// <summary>The address of a file as the browser needs it.</summary>
    /// <param name="source">May begin with <c>~/</c>, the root of the site.</param>
    /// <param name="isVersioned">Whether the address changes with the file, so that browsers may keep it for long.</param>
    internal string Address(string source, bool isVersioned = true);

    internal void AddStyle(string address, TagBuilder link);

    internal void AddScript(string address, TagBuilder script, ResourceLocation location);
}
