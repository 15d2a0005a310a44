using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.WebUtilities;
using OrchardCore.Modules;

namespace OrchardCore.DisplayManagement.Razor;

/// <summary>Adds a hash of the file to its address. Files are embedded in their modules, so they change with the application only.</summary>
internal sealed class ModuleFileVersions(EnabledFeatures features) : IFileVersionProvider
{
    private readonly ModuleWebFiles _files = new(features.Modules);
    private readonly ConcurrentDictionary<string, string> _hashes = new();

    public string AddFileVersionToPath(PathString requestPathBase, string path)
    {
        var file = new PathString(path).StartsWithSegments(requestPathBase, StringComparison.Ordinal, out var rest) ? rest.Value : path;

        return _hashes.GetOrAdd(file, Hash) is { } hash ? QueryHelpers.AddQueryString(path, "v", hash) : path;
    }

    private string Hash(string path)
    {
        var file = _files.GetFileInfo(path);

        if (!file.Exists)
        {
            return null;
        }

        using var stream = file.CreateReadStream();

        return WebEncoders.Base64UrlEncode(SHA256.HashData(stream));
    }
}
