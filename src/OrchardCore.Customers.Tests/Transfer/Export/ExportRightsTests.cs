using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Customers.Bulk;
using OrchardCore.Customers.Shared.Jobs;
using OrchardCore.Customers.Tests.Authorization;
using OrchardCore.Customers.Tests.Customers.Bulk;
using OrchardCore.Customers.Tests.Shared;
using OrchardCore.Customers.Transfer.Export;
using OrchardCore.Users;
using OrchardCore.Users.Models;
using Platform.Tests.Hosting;
using Xunit;
using static OrchardCore.Customers.Tests.Transfer.Export.ExportSiteExtensions;

namespace OrchardCore.Customers.Tests.Transfer.Export;

/// <summary>An export has the rights that who asked for it has at each step.</summary>
public abstract class ExportRightsTests(ExportSite fixture)
{
    private TestSite Site => fixture.Site;

    [Fact, Seed("V9")]
    public async Task WhoSeesOnlyTheOwnCustomersExportsNoOthers()
    {
        var user = await SiteUser.CreateAsync(Site, ExportSite.Exporter);
        var own = await Site.UserIdAsync(user);
        var ids = await Site.AddManyAsync(4, (part, index) => (part.ContactName, part.Company, part.ManagedBy) = ($"Scoped {index}", "Scoped", index < 3 ? own : null));

        // One whose id somebody knows is still out of reach; one that is given to another meanwhile, too.
        var id = await Site.BeginExportAsync(new() { Selection = CustomerSelection.Of(ids), Columns = ["Contact Name"], HasByteOrderMark = false }, user);
        Assert.Equal(1, await Site.StepExportAsync(id, 1));
        Assert.True((await Site.UpdateAsync(ids[1], part => part.ManagedBy = null)).Succeeded);
        await Site.EndExportLeaseAsync(id);
        await Site.WorkOnExportAsync(id);

        var run = (await Site.FindExportAsync(id))!;
        Assert.Equal((JobState.Finished, 3, 2), (run.State, run.Total, run.Done));
        Assert.Equal(["Scoped 0", "Scoped 2"], (await Site.ParseAsync((await Site.ReadExportAsync(id))!)).Skip(1).Select(row => row[1]));
    }

    [Fact]
    public async Task WhoLosesThePermissionInBetweenGetsNoFile()
    {
        var user = await SiteUser.CreateAsync(Site, CustomersConstants.Roles.CustomerManager);
        await Site.AddManyAsync(4, (part, index) => (part.ContactName, part.Company) = ($"Demoted {index}", "Demoted"));
        var id = await Site.BeginExportAsync(Of("demoted", "Contact Name"), user);
        await Site.StepExportAsync(id, 2);
        await ChangeUserAsync(user, stored => stored.RoleNames = [CustomersConstants.Roles.CustomerService]);
        await Site.EndExportLeaseAsync(id);
        await Site.WorkOnExportAsync(id);

        var run = (await Site.FindExportAsync(id))!;
        Assert.Equal((JobState.Stopped, 2, "The user who asked for it may no longer export customers."), (run.State, run.Done, run.Problem));
        Assert.Null(await Site.ReadExportAsync(id));
    }

    [Fact]
    public async Task AUserWhoMayNoLongerLogInGetsNoFile()
    {
        var user = await SiteUser.CreateAsync(Site, CustomersConstants.Roles.CustomerManager);
        await Site.AddAsync(part => (part.ContactName, part.Company) = ("Dismissed", "Dismissed"));
        var id = await Site.BeginExportAsync(Of("dismissed", "Contact Name"), user);
        await ChangeUserAsync(user, stored => stored.IsEnabled = false);
        await Site.WorkOnExportAsync(id);

        Assert.Equal("The user who asked for it may no longer log in.", (await Site.FindExportAsync(id))!.Problem);
    }

    [Fact]
    public async Task AColumnThatNeedsAPermissionIsForThoseWhoHaveIt()
    {
        var user = await SiteUser.CreateAsync(Site, ExportSite.Exporter);
        var principal = await Site.PrincipalAsync(user);
        await Site.AddAsync(part => (part.ContactName, part.Company) = ("Guarded", "Guarded"));

        var offered = await Site.InScopeAsync(services => services.GetRequiredService<IExportManager>().FindColumnsAsync(principal));
        Assert.DoesNotContain(ExportSite.Guarded, offered.Select(column => column.Name));
        var (refused, _) = await Site.TryExportAsync(Of("guarded", "Contact Name", ExportSite.Guarded), user);
        Assert.Equal("Columns: These columns are not there any more, or may not be exported: Guarded. Choose again.", refused.TheError());

        // The administrator may; and may no longer, once it is somebody else's export.
        var id = await Site.BeginExportAsync(Of("guarded", ExportSite.Guarded));
        await Site.ChangeExportAsync(id, run => run.UserId = principal.FindFirst(ClaimTypes.NameIdentifier)!.Value);
        await Site.WorkOnExportAsync(id);
        Assert.Equal((JobState.Stopped, refused.Errors.Single().Message.Value), ((await Site.FindExportAsync(id))!.State, (await Site.FindExportAsync(id))!.Problem));

        var run = await Site.ExportToEndAsync(Of("guarded", ExportSite.Guarded));
        Assert.EndsWith(",secret\r\n", await Site.ReadCsvAsync(run.JobId), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatCantBeExportedIsRefused()
    {
        var options = Of("refused");
        Assert.Equal("Columns: Choose at least one column.", (await Site.TryExportAsync(options)).Result.TheError());
        options.Columns = ["Contact Name", "Card Verification Code", "No Such"];
        Assert.Equal("Columns: These columns are not there any more, or may not be exported: Card Verification Code, No Such. Choose again.", (await Site.TryExportAsync(options)).Result.TheError());
        (options.Columns, options.Delimiter) = (["Contact Name"], 'x');
        Assert.Equal("Delimiter: Choose what stands between the cells.", (await Site.TryExportAsync(options)).Result.TheError());
        (options.Delimiter, options.Format) = (',', (ExportFormat)7);
        Assert.Equal("Format: Choose the kind of file.", (await Site.TryExportAsync(options)).Result.TheError());
    }

    private Task ChangeUserAsync(string name, Action<User> change) => Site.InScopeAsync(async services =>
    {
        var users = services.GetRequiredService<UserManager<IUser>>();
        var user = (User)(await users.FindByNameAsync(name))!;
        change(user);
        Assert.True((await users.UpdateAsync(user)).Succeeded);
    });
}

public sealed class SqliteExportRightsTests(SqliteExport fixture) : ExportRightsTests(fixture), IClassFixture<SqliteExport>;

public sealed class PostgresExportRightsTests(PostgresExport fixture) : ExportRightsTests(fixture), IClassFixture<PostgresExport>;
