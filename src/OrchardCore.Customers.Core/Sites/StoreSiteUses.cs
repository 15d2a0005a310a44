using Microsoft.Extensions.Localization;
using YesSql;

namespace OrchardCore.Customers.Sites;

/// <summary>Says who has a site, so that it can't be deleted.</summary>
public sealed class StoreSiteUses(ISession session, IStringLocalizer<StoreSiteUses> S)
{
    /// <summary>Why the site can't be deleted; <see langword="null"/> when it can.</summary>
    public async Task<LocalizedString?> ExplainAsync(string code)
    {
        var customers = await session.QueryIndex<CustomerSiteIndex>(index => index.Site == code).CountAsync();

        if (customers > 0)
        {
            return customers == 1
                ? S["A customer shops at the site {0}, so it can't be deleted. Switch it off instead.", code]
                : S["{0:N0} customers shop at the site {1}, so it can't be deleted. Switch it off instead.", customers, code];
        }

        var users = await session.Query<UserSites, UserSitesIndex>(CustomersConstants.Collection).ListAsync();

        return !users.Any(user => user.Sites.Contains(code, StringComparer.Ordinal)) ? null : S["There are users who are limited to the site {0}, so it can't be deleted. Switch it off instead, or change what they are limited to.", code];
    }
}
