using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Shared.Jobs;
using OrchardCore.Customers.Tests.Customers.Bulk;
using OrchardCore.Customers.Tests.Shared;
using OrchardCore.Customers.Transfer.Files;
using OrchardCore.Customers.Transfer.Import;
using OrchardCore.Infrastructure;
using OrchardCore.Users;
using OrchardCore.Users.Models;
using Platform.Tests.Hosting;
using Xunit;
using YesSql;

namespace OrchardCore.Customers.Tests.Transfer.Import;

/// <summary>A site with imports, shared by the tests of a class: each brings names of its own.</summary>
public abstract class ImportSite(TestSiteDatabase database) : IAsyncLifetime
{
    private TestSite? _site;

    public TestSite Site => _site!;

    public async ValueTask InitializeAsync() => _site = await TestSite.StartAsync(
        "SampleHost",
        database,
        [CustomersConstants.Features.Customers, CustomersConstants.Features.Accounts, CustomersConstants.Features.Transfer],
        [CustomersSite.Roles],
        services: null);

    public async ValueTask DisposeAsync()
    {
        if (_site is not null)
        {
            await _site.DisposeAsync();
        }
    }
}

public sealed class SqliteImportSite() : ImportSite(TestSiteDatabase.Sqlite);

public sealed class PostgresImportSite() : ImportSite(TestSiteDatabase.Postgres);

/// <summary>What tests do with imports, each call in a scope of its own, as requests would.</summary>
internal static class ImportSiteExtensions
{
    public static async Task<(Result Result, ImportRun? Run)> UploadAsync(this TestSite site, byte[] file, string name = "customers.csv", string user = TestSite.Admin)
    {
        var principal = await site.PrincipalAsync(user);

        return await site.InScopeAsync(services => services.GetRequiredService<IImportManager>().UploadAsync(new MemoryStream(file), name, principal, CancellationToken.None));
    }

    /// <summary>Uploads a file whose headings are names of columns, and says that they mean that.</summary>
    public static async Task<string> PlanAsync(this TestSite site, string csv, ImportOptions? options = null, string user = TestSite.Admin)
    {
        var (result, run) = await site.UploadAsync(Encoding.UTF8.GetBytes(csv), user: user);
        Assert.True(result.Succeeded, TextOf(result));
        var planned = await site.PlanAsync(run!.JobId, [.. run.Headings.Select(heading => heading == RowCommands.ErrorColumn ? null : heading)], options);
        Assert.True(planned.Succeeded, TextOf(planned));

        return run.JobId;
    }

    public static Task<Result> PlanAsync(this TestSite site, string id, string?[] columns, ImportOptions? options)
        => site.InScopeAsync(services => services.GetRequiredService<IImportManager>().PlanAsync(id, columns, options ?? new()));

    public static async Task<Result> BeginAsync(this TestSite site, string id, ImportPhase phase, string user = TestSite.Admin)
    {
        var principal = await site.PrincipalAsync(user);

        return await site.InScopeAsync(services => services.GetRequiredService<IImportManager>().StartAsync(id, phase, principal));
    }

    public static Task WorkAsync(this TestSite site, string id) => site.InScopeAsync(services => services.GetRequiredService<ImportRunner>().RunAsync(id));

    /// <summary>Does one step of an import, as a runner that is then interrupted.</summary>
    public static Task<ImportProgress> StepAsync(this TestSite site, string id, CsvRow[] rows, string runner = "interrupted") => site.InScopeAsync(async services =>
    {
        var store = services.GetRequiredService<JobStore<ImportRun>>();

        if ((await store.FindAsync(id))!.Runner != runner)
        {
            Assert.True(await store.TakeAsync(id, runner));
        }

        return await services.GetRequiredService<ImportStep>().RunAsync(id, runner, rows, bytes: 1, memory: null);
    });

    public static Task ManageAsync(this TestSite site, string id, Func<IImportManager, string, Task> manage)
        => site.InScopeAsync(services => manage(services.GetRequiredService<IImportManager>(), id));

    /// <summary>Takes all roles from a user.</summary>
    public static Task TakeRolesAsync(this TestSite site, string name) => site.InScopeAsync(async services =>
    {
        var users = services.GetRequiredService<UserManager<IUser>>();
        var user = await users.FindByNameAsync(name);
        ((User)user!).RoleNames.Clear();
        await users.UpdateAsync(user);
    });

    /// <summary>Does a phase to its end.</summary>
    public static async Task<ImportRun> RunAsync(this TestSite site, string id, ImportPhase phase, string user = TestSite.Admin)
    {
        var begun = await site.BeginAsync(id, phase, user);
        Assert.True(begun.Succeeded, TextOf(begun));
        await site.WorkAsync(id);

        return await site.FindRunAsync(id);
    }

    /// <summary>Uploads, plans and imports.</summary>
    public static async Task<ImportRun> ImportAsync(this TestSite site, string csv, ImportOptions? options = null, string user = TestSite.Admin)
        => await site.RunAsync(await site.PlanAsync(csv, options, user), ImportPhase.Import, user);

    public static Task<ImportRun> FindRunAsync(this TestSite site, string id)
        => site.InScopeAsync(async services => (await services.GetRequiredService<IImportManager>().FindAsync(id))!);

    public static Task<IReadOnlyList<ImportLogRow>> LogAsync(this TestSite site, string id, ImportLogKind kind)
        => site.InScopeAsync(services => services.GetRequiredService<IImportManager>().ReadLogAsync(id, kind, 0, 1000));

    /// <summary>What is wrong with the failed rows, as <c>row column: message</c>.</summary>
    public static async Task<string[]> ProblemsAsync(this TestSite site, string id, ImportLogKind kind = ImportLogKind.Failed)
        => [.. (await site.LogAsync(id, kind)).SelectMany(row => row.Errors, (row, error) => $"{row.Row} {error.Column}: {error.Message}")];

    public static Task<string> FailedFileAsync(this TestSite site, string id) => site.InScopeAsync(async services =>
    {
        var manager = services.GetRequiredService<IImportManager>();
        using var target = new MemoryStream();
        await manager.WriteFailedAsync((await manager.FindAsync(id))!, target);

        return Encoding.UTF8.GetString(target.ToArray()).TrimStart('\uFEFF');
    });

    /// <summary>As if the one who worked on a run had not been heard of for long.</summary>
    public static Task EndLeaseAsync(this TestSite site, string id) => site.ChangeRunAsync(id, run => run.LeaseUntilUtc = DateTime.UtcNow.AddMinutes(-1));

    public static Task ChangeRunAsync(this TestSite site, string id, Action<ImportRun> change) => site.InScopeAsync(async services =>
    {
        var run = await services.GetRequiredService<IImportManager>().FindAsync(id);
        change(run!);
        await services.GetRequiredService<ISession>().SaveAsync(run, collection: CustomersConstants.Collection);
    });

    /// <summary>The customers of a company, in the order of their names.</summary>
    public static Task<ContentItem[]> FindAllAsync(this TestSite site, string company) => site.InScopeAsync(async services =>
    {
        var key = company.ToLowerInvariant();
        var customers = await services.GetRequiredService<ISession>().Query<ContentItem, CustomerIndex>(index => index.Company == key).OrderBy(index => index.ContactName).ListAsync();

        return customers.ToArray();
    });

    public static (long Read, long Created, long Updated, long Unchanged, long Skipped, long Deleted, long Failed) Figures(this ImportCounts counts)
        => (counts.Read, counts.Created, counts.Updated, counts.Unchanged, counts.Skipped, counts.Deleted, counts.Failed);

    public static CustomerPart Part(this ContentItem customer) => customer.GetOrCreate<CustomerPart>();

    public static string TextOf(Result result) => string.Join(' ', result.Errors.Select(error => $"{error.Key}: {error.Message.Value}"));
}
