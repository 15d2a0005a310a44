using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Bulk;
using OrchardCore.Customers.Shared.Jobs;
using OrchardCore.Customers.Tests.Customers.Bulk;
using OrchardCore.Customers.Tests.Transfer.Columns;
using OrchardCore.Customers.Transfer;
using OrchardCore.Customers.Transfer.Export;
using OrchardCore.Customers.Transfer.Files;
using OrchardCore.Infrastructure;
using OrchardCore.Security.Permissions;
using Platform.Tests.Hosting;
using Xunit;
using YesSql;

namespace OrchardCore.Customers.Tests.Transfer.Export;

/// <summary>A site with exports: few customers are sent at once, and one column is not for everybody.</summary>
public abstract class ExportSite(TestSiteDatabase database) : TransferSite(database)
{
    /// <summary>More customers are exported in the background.</summary>
    public const int AtOnce = 40;

    /// <summary>A role that exports the customers one manages.</summary>
    public const string Exporter = "Exporter";

    /// <summary>The name of the column that only those may export who manage settings.</summary>
    public const string Guarded = "Guarded";

    protected override string[] Steps =>
    [
        $$"""
        { "name": "Roles", "Roles": [ { "Name": "{{Exporter}}", "Permissions": [ "AccessAdminPanel", "ViewCustomers", "ExportCustomers" ] } ] }
        """,
    ];

    protected override void Configure(IServiceCollection services)
    {
        services.Configure<ExportLimits>(limits => limits.AtOnce = AtOnce);
        services.AddScoped<ICustomerTransferColumn, GuardedColumn>();
    }

    private sealed class GuardedColumn : ICustomerTransferColumn
    {
        public string Name => Guarded;

        public LocalizedString Label => new(Guarded, Guarded);

        public LocalizedString Hint => new(Guarded, Guarded);

        public string Example => "";

        public int Order => 9_500;

        public bool IsForImport => false;

        public Permission ExportPermission => CustomersPermissions.ManageCustomerSettings;

        public Task<IReadOnlyList<string?>> ReadAsync(IReadOnlyList<ContentItem> customers) => Task.FromResult<IReadOnlyList<string?>>([.. customers.Select(_ => "secret")]);

        public Task WriteAsync(IReadOnlyList<CustomerTransferCell> cells) => throw new NotSupportedException();
    }
}

public sealed class SqliteExport() : ExportSite(TestSiteDatabase.Sqlite);

public sealed class PostgresExport() : ExportSite(TestSiteDatabase.Postgres);

/// <summary>What tests do with exports, each call in a scope of its own, as requests would.</summary>
internal static class ExportSiteExtensions
{
    /// <summary>An export of the customers of a company.</summary>
    public static ExportOptions Of(string company, params string[] columns) => new()
    {
        Selection = new CustomerSelection { Search = $"company:{company}" },
        Columns = columns,
        HasByteOrderMark = false,
    };

    public static async Task<(Result Result, string Id)> TryExportAsync(this TestSite site, ExportOptions options, string user = TestSite.Admin)
    {
        var run = new ExportRun { JobId = Guid.NewGuid().ToString("N"), Options = options };
        var principal = await site.PrincipalAsync(user);

        return (await site.InScopeAsync(services => services.GetRequiredService<IExportManager>().StartAsync(run, principal)), run.JobId);
    }

    /// <summary>Saves an export that nobody works on yet.</summary>
    public static async Task<string> BeginExportAsync(this TestSite site, ExportOptions options, string user = TestSite.Admin)
    {
        var (result, id) = await site.TryExportAsync(options, user);
        Assert.True(result.Succeeded, string.Join(' ', result.Errors.Select(error => $"{error.Key}: {error.Message.Value}")));

        return id;
    }

    public static Task WorkOnExportAsync(this TestSite site, string id) => site.InScopeAsync(services => services.GetRequiredService<ExportRunner>().RunAsync(id));

    /// <summary>Exports, and returns what became of it.</summary>
    public static async Task<ExportRun> ExportToEndAsync(this TestSite site, ExportOptions options, string user = TestSite.Admin)
    {
        var id = await site.BeginExportAsync(options, user);
        await site.WorkOnExportAsync(id);

        return (await site.FindExportAsync(id))!;
    }

    public static Task<ExportRun?> FindExportAsync(this TestSite site, string id) => site.InScopeAsync(services => services.GetRequiredService<IExportManager>().FindAsync(id));

    /// <summary>The bytes of the file of an export; <see langword="null"/> when there is none.</summary>
    public static Task<byte[]?> ReadExportAsync(this TestSite site, string id) => site.InScopeAsync(async services =>
    {
        var manager = services.GetRequiredService<IExportManager>();

        if (await manager.FindAsync(id) is not { } run || await manager.FindFileAsync(run) is not { } stream)
        {
            return null;
        }

        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy);

        return copy.ToArray();
    });

    /// <summary>The text of the CSV file of an export.</summary>
    public static async Task<string> ReadCsvAsync(this TestSite site, string id) => Encoding.UTF8.GetString((await site.ReadExportAsync(id))!);

    /// <summary>The cells of a CSV file, its header first.</summary>
    public static Task<List<string[]>> ParseAsync(this TestSite site, byte[] csv, char delimiter = ',') => site.InScopeAsync(async services =>
    {
        var rows = new List<string[]>();
        using var reader = await CsvRowReader.OpenAsync(new MemoryStream(csv), new CsvFormat { Delimiter = delimiter }, services.GetRequiredService<CsvTexts>());
        rows.Add([.. reader.Header.Names]);

        while (await reader.ReadAsync() is { } row)
        {
            Assert.Null(row.Problem);
            rows.Add([.. row.Cells]);
        }

        return rows;
    });

    /// <summary>Does one step of an export, as a runner that is then interrupted.</summary>
    public static Task<int?> StepExportAsync(this TestSite site, string id, int count, string runner = "interrupted") => site.InScopeAsync(async services =>
    {
        var store = services.GetRequiredService<JobStore<ExportRun>>();

        if ((await store.FindAsync(id))!.Runner != runner)
        {
            Assert.True(await store.TakeAsync(id, runner));
        }

        await using var ahead = new ExportAhead(count, count);

        return await services.GetRequiredService<ExportStep>().RunAsync(id, runner, ahead, TimeSpan.Zero);
    });

    /// <summary>As if the one who worked on an export had not been heard of for long.</summary>
    public static Task EndExportLeaseAsync(this TestSite site, string id) => site.ChangeExportAsync(id, run => run.LeaseUntilUtc = DateTime.UtcNow.AddMinutes(-1));

    public static Task ChangeExportAsync(this TestSite site, string id, Action<ExportRun> change) => site.InScopeAsync(async services =>
    {
        var run = await services.GetRequiredService<IExportManager>().FindAsync(id);
        change(run!);
        await services.GetRequiredService<ISession>().SaveAsync(run, collection: CustomersConstants.Collection);
    });

    /// <summary>Whether there is a file of that id, complete or not.</summary>
    public static Task<bool> HasFileAsync(this TestSite site, string fileId)
        => site.InScopeAsync(async services => await services.GetRequiredService<TransferFileStore>().FindAsync(fileId) is not null);

    public static Task DeleteOldExportsAsync(this TestSite site) => site.InScopeAsync(services => services.GetRequiredService<IExportManager>().DeleteOldAsync());
}
