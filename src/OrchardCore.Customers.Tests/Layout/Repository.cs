using Xunit;

namespace OrchardCore.Customers.Tests.Layout;

/// <summary>The files of this repository. A test that asks for them is skipped where the sources are not beside the build.</summary>
internal static class Repository
{
    private static readonly string Root = FindRoot();

    public static string PathOf(string relative)
    {
        Assert.SkipUnless(Directory.Exists(Path.Combine(Root, "src")), "The sources are not where the tests run.");

        return Path.Combine(Root, relative);
    }

    public static string Relative(string file) => Path.GetRelativePath(Root, file).Replace('\\', '/');

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);

        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Directory.Packages.props")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? Directory.GetCurrentDirectory();
    }
}
