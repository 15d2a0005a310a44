using System.Security.Claims;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Customers.Tests.Layout;
using OrchardCore.Customers.Tests.Shared;
using OrchardCore.Customers.Transfer.Template;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.Transfer.Template;

/// <summary>The reference of columns in the docs is what the module says of them on a new site.</summary>
public sealed class ColumnReferenceTests : IAsyncLifetime
{
    private const string File = "docs/transfer-columns.md";

    private const int MaxCodes = 20;

    private const int MaxNames = 6;

    private const string Intro = """
        # The columns of customer files

        What a file of customers can have, as a new site has it: yours has the groups, sites, genders and ways to notify of its
        settings, and a column for each field that you added to the content type, such as `Field Customer.Nickname`. The order of
        the columns doesn't matter, none of them has to be there, and case, spaces and punctuation of headings don't count.

        The module writes this page itself: `-explicit only -method "*WritesTheColumnReference"`.

        """;

    private TestSite _site = null!;

    public async ValueTask InitializeAsync() => _site = await TestSite.StartAsync("SampleHost", TestSiteDatabase.Sqlite, [CustomersConstants.Features.Customers, CustomersConstants.Features.Transfer]);

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    [Seed("T8")]
    public async Task TheColumnReferenceIsUpToDate()
        => Assert.True(await WriteAsync() == await System.IO.File.ReadAllTextAsync(Repository.PathOf(File)), $"{File} is stale. Write it anew: -explicit only -method \"*WritesTheColumnReference\".");

    [Fact(Explicit = true)]
    public async Task WritesTheColumnReference() => await System.IO.File.WriteAllTextAsync(Repository.PathOf(File), await WriteAsync());

    private async Task<string> WriteAsync()
    {
        var admin = new ClaimsPrincipal(new ClaimsIdentity([new Claim("Permission", CustomersPermissions.AssignCustomerManagers.Name)], "Test"));
        var columns = await _site.InScopeAsync(services => services.GetRequiredService<ColumnReference>().ListAsync(admin));
        var text = new StringBuilder(Intro.ReplaceLineEndings("\n"));

        text.Append("\n| Column | In the admin | What may stand in it | Example | Codes | Understood as well |\n|---|---|---|---|---|---|\n");

        foreach (var column in columns)
        {
            var name = column.IsRequired ? $"**{column.Name}** (required)" : column.Name;
            var way = !column.IsForExport ? " *Import only.*" : !column.IsForImport ? " *Export only.*" : "";
            text.Append(string.Join(" | ", "| " + Cell(name), Cell(column.Label.Value), Cell(column.Hint.Value) + way, Code(column.Example), Codes(column.Codes), Cell(Names(column.OtherNames)) + " |\n"));
        }

        return text.ToString();
    }

    private static string Codes(IReadOnlyList<string> codes) => codes.Count > MaxCodes ? $"{codes.Count} codes" : string.Join(", ", codes.Select(Code));

    private static string Names(IReadOnlyList<string> names) => string.Join(", ", names.Take(MaxNames)) + (names.Count > MaxNames ? " …" : "");

    private static string Code(string text) => text.Length == 0 ? "" : $"`{text}`";

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);
}
