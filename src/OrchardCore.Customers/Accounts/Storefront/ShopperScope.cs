using System.Linq.Expressions;
using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Customers.Lists;

namespace OrchardCore.Customers.Accounts;

/// <summary>
/// Who is a customer and nothing else sees no customers: so what the rules say of a record never names another one. The own
/// record comes by the log-in.
/// </summary>
/// <param name="services">Asked late: the authorization service asks the scopes in turn.</param>
internal sealed class ShopperScope(IServiceProvider services) : ICustomerScope
{
    public async Task<Expression<Func<CustomerIndex, bool>>?> GetPredicateAsync(ClaimsPrincipal user)
    {
        if (!user.IsInRole(CustomersConstants.Roles.Customer)
            || await services.GetRequiredService<IAuthorizationService>().AuthorizeAsync(user, CustomersPermissions.ViewCustomers))
        {
            return null;
        }

        return index => index.ContentItemId == "";
    }
}
