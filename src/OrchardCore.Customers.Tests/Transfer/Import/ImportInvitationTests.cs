using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Customers.Accounts.Mails;
using OrchardCore.Customers.Shared.Jobs;
using OrchardCore.Customers.Tests.Shared;
using OrchardCore.Customers.Transfer.Import;
using OrchardCore.Settings;
using Platform.Tests.Hosting;
using Xunit;
using YesSql;

namespace OrchardCore.Customers.Tests.Transfer.Import;

/// <summary>Customers that an import has created are invited.</summary>
public abstract class ImportInvitationTests(ImportSite fixture)
{
    private TestSite Site => fixture.Site;

    [Fact]
    public async Task CreatedCustomersAreInvitedAfterTheImportAndWhoHasNoAddressIsListed()
    {
        await Site.InScopeAsync(async services =>
        {
            var sites = services.GetRequiredService<ISiteService>();
            var site = await sites.LoadSiteSettingsAsync();
            site.BaseUrl = "https://shop.example";
            await sites.UpdateSiteSettingsAsync(site);
        });
        await Site.AddAsync(part => (part.ContactName, part.Email, part.Company) = ("There", "there@invite.example", "Invited"));
        var before = await MailsAsync();
        var run = await Site.ImportAsync(
            "Contact Name,Email,Company\nOne,one@invite.example,Invited\nThere,there@invite.example,Invited\nNo Address,,Invited\nTwo,two@invite.example,Invited\n",
            new() { OnDuplicate = DuplicateAction.Update, Invite = true });

        Assert.Equal((JobState.Finished, ImportPhase.Invite), (run.State, run.Phase));
        Assert.Equal((4, 3, 0, 1, 0, 0, 0), run.Result.Figures());
        Assert.Equal((2, 1), (run.Invited.Done, run.Invited.Left));
        Assert.Equal(3, Assert.Single(await Site.LogAsync(run.JobId, ImportLogKind.NotInvited)).Row);
        Assert.Equal(before + 2, await MailsAsync());
    }

    private Task<int> MailsAsync() => Site.InScopeAsync(services => services.GetRequiredService<ISession>().Query<OutboxMail>(collection: CustomersConstants.Collection).CountAsync());
}

public sealed class SqliteImportInvitationTests(SqliteImportSite fixture) : ImportInvitationTests(fixture), IClassFixture<SqliteImportSite>;

public sealed class PostgresImportInvitationTests(PostgresImportSite fixture) : ImportInvitationTests(fixture), IClassFixture<PostgresImportSite>;
