using System.Reflection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

namespace OrchardCore.Modules;

/// <summary>Files that the build put into an assembly, by the path they have in the project.</summary>
internal sealed class EmbeddedFiles(Assembly assembly) : IFileProvider
{
    private static readonly DateTimeOffset Unknown = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public IEnumerable<string> Paths => assembly.GetManifestResourceNames();

    public IFileInfo GetFileInfo(string subpath)
    {
        var name = subpath.TrimStart('/');

        return assembly.GetManifestResourceInfo(name) is null ? new NotFoundFileInfo(name) : new EmbeddedFile(assembly, name);
    }

    public IDirectoryContents GetDirectoryContents(string subpath) => NotFoundDirectoryContents.Singleton;

    public IChangeToken Watch(string filter) => NullChangeToken.Singleton;

    private sealed class EmbeddedFile(Assembly assembly, string name) : IFileInfo
    {
        public bool Exists => true;

        public bool IsDirectory => false;

        public string Name => Path.GetFileName(name);

        public string PhysicalPath => null;

        /// <summary>That of the assembly.</summary>
        public DateTimeOffset LastModified { get; } = string.IsNullOrEmpty(assembly.Location) ? Unknown : new DateTimeOffset(File.GetLastWriteTimeUtc(assembly.Location));

        public long Length
        {
            get
            {
                using var stream = CreateReadStream();

                return stream.Length;
            }
        }

        public Stream CreateReadStream() => assembly.GetManifestResourceStream(name);
    }
}

/// <summary>What modules have in their <c>wwwroot</c>, under the name of the module.</summary>
internal sealed class ModuleWebFiles(IEnumerable<Module> modules) : IFileProvider
{
    private readonly Dictionary<string, EmbeddedFiles> _files = modules.ToDictionary(module => module.Id, module => new EmbeddedFiles(module.Assembly), StringComparer.OrdinalIgnoreCase);

    public IFileInfo GetFileInfo(string subpath)
    {
        var parts = subpath.TrimStart('/').Split('/', 2);

        return parts.Length == 2 && _files.TryGetValue(parts[0], out var files)
            ? files.GetFileInfo("wwwroot/" + parts[1])
            : new NotFoundFileInfo(subpath);
    }

    public IDirectoryContents GetDirectoryContents(string subpath) => NotFoundDirectoryContents.Singleton;

    public IChangeToken Watch(string filter) => NullChangeToken.Singleton;
}
