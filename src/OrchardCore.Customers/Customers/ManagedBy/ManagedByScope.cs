using System.Linq.Expressions;
using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using OrchardCore.Customers.Lists;

namespace OrchardCore.Customers.ManagedBy;

/// <summary>
/// Who may not view all customers sees those that are managed by that user. The site's own work, which nobody asked for by
/// a request, sees all.
/// </summary>
internal sealed class ManagedByScope(IAuthorizationService authorizationService, IHttpContextAccessor httpContextAccessor) : ICustomerScope
{
    public async Task<Expression<Func<CustomerIndex, bool>>?> GetPredicateAsync(ClaimsPrincipal user)
    {
        if (user.Identity?.IsAuthenticated != true)
        {
            return httpContextAccessor.HttpContext is null ? null : index => index.DocumentId < 0;
        }

        if (await authorizationService.AuthorizeAsync(user, CustomersPermissions.ViewAllCustomers))
        {
            return null;
        }

        // A customer whom nobody manages has an empty text there; a user without an id is not that nobody.
        var id = user.FindFirstValue(ClaimTypes.NameIdentifier);

        return string.IsNullOrEmpty(id) ? index => index.DocumentId < 0 : index => index.ManagedBy == id;
    }
}
