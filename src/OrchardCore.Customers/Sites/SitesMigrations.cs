using OrchardCore.Data.Migration;
using OrchardCore.Entities;
using OrchardCore.Settings;
using YesSql.Sql;

namespace OrchardCore.Customers.Sites;

internal sealed class SitesMigrations(ISiteService siteService) : DataMigration
{
    private const int UserIdLength = 26;

    public async Task<int> CreateAsync()
    {
        await SchemaBuilder.CreateMapIndexTableAsync<UserSitesIndex>(
            table => table.Column<string>(nameof(UserSitesIndex.UserId), column => column.NotNull().Unique().WithLength(UserIdLength)),
            CustomersConstants.Collection);

        await TakeOverAsync();

        return 1;
    }

    /// <summary>What the customer settings named so far are sites from now on; where their storefronts are, somebody has to say.</summary>
    private async Task TakeOverAsync()
    {
        var named = (await siteService.GetSettingsAsync<CustomerSettings>()).Sites;

        if (named.Length == 0 || (await siteService.GetSettingsAsync<StoreSiteSettings>()).Sites.Length > 0)
        {
            return;
        }

        var container = await siteService.LoadSiteSettingsAsync();
        container.Alter<StoreSiteSettings>(settings => settings.Sites = [.. named.Select(site => new StoreSite { Code = site.Code, Name = site.Name, Revision = 1 })]);
        await siteService.UpdateSiteSettingsAsync(container);
    }
}
