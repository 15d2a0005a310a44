using System.Linq.Expressions;
using System.Security.Claims;
using OrchardCore.Customers.Lists;
using YesSql.Services;

namespace OrchardCore.Customers.Sites;

/// <summary>Who is limited to sites sees the customers who shop at one of them, first or besides others.</summary>
internal sealed class SiteScope(SiteLimits limits) : ICustomerScope
{
    public async Task<Expression<Func<CustomerIndex, bool>>?> GetPredicateAsync(ClaimsPrincipal user)
    {
        if (await limits.ReadAsync(user.FindFirstValue(ClaimTypes.NameIdentifier)) is not { } sites)
        {
            return null;
        }

        string[] codes = [.. sites];

        if (codes is not [var code])
        {
            return codes.Length == 0 ? index => index.DocumentId < 0 : index => index.DocumentId.IsIn<CustomerSiteIndex>(row => row.DocumentId, row => row.Site.IsIn(codes));
        }

        return index => index.DocumentId.IsIn<CustomerSiteIndex>(row => row.DocumentId, row => row.Site == code);
    }
}
