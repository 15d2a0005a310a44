using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Rules;
using OrchardCore.Environment.Shell.Scope;
using YesSql;
using YesSql.Services;

namespace OrchardCore.Customers.Sites;

/// <summary>
/// Who is limited to sites brings customers to these sites only, takes them off no others, and keeps those it saves within its
/// reach. A new customer may be without any: it gets one of the user's, see <see cref="SiteLimitHandler"/>.
/// </summary>
internal sealed class SiteLimitRule(SiteLimits limits, IStringLocalizer<SiteLimitRule> S) : ICustomerRule
{
    public async Task CheckAsync(CustomerRuleContext context)
    {
        if (await limits.ReadAsync() is not { } own)
        {
            return;
        }

        var stored = await ReadAsync([.. context.Customers.Where(customer => customer.Id > 0).Select(customer => customer.Id)]);

        foreach (var customer in context.Customers)
        {
            Check(context, customer, [.. stored[customer.Id]], own);
        }
    }

    private void Check(CustomerRuleContext context, ContentItem customer, string[] former, IReadOnlyList<string> own)
    {
        var part = customer.GetOrCreate<CustomerPart>();
        string[] sites = [.. CustomerSites.Of(part)];

        if (sites.Except(former).Except(own).FirstOrDefault() is { } foreign)
        {
            Fail(foreign == part.PreferredSite ? nameof(part.PreferredSite) : nameof(part.Sites), S["You don't work for the site {0}, so you can't choose it.", context.Sites.NameOf(foreign)]);
        }
        else if (former.Except(sites).Except(own).FirstOrDefault() is { } lost)
        {
            Fail(nameof(part.Sites), S["You don't work for the site {0}, so you can't take the customer off it. Leave it among the sites.", context.Sites.NameOf(lost)]);
        }
        else if (!sites.Any(own.Contains) && (customer.Id > 0 || sites.Length > 0))
        {
            Fail(nameof(part.PreferredSite), S["You would not see this customer any more. Leave it at least one of your sites: {0}.", string.Join(", ", own.Select(context.Sites.NameOf))]);
        }

        void Fail(string field, LocalizedString message) => context.Fail(customer, CustomerFields.FullName(field), message);
    }

    /// <summary>The sites they have now; our own session may hold the change already, so another one reads them.</summary>
    private static async Task<ILookup<long, string>> ReadAsync(long[] ids)
    {
        IEnumerable<CustomerSiteIndex> rows = [];

        if (ids.Length > 0)
        {
            await ShellScope.UsingChildScopeAsync(async scope =>
                rows = await scope.ServiceProvider.GetRequiredService<ISession>().QueryIndex<CustomerSiteIndex>(row => row.DocumentId.IsIn(ids)).ListAsync());
        }

        return rows.ToLookup(row => row.DocumentId, row => row.Site);
    }
}
