using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.DependencyInjection;

namespace OrchardCore.Customers.Shared;

/// <summary>
/// Lets an action run only for users with a permission; others are asked to log in, or get 403 (Orchard's own
/// <c>Forbid</c> answers with a redirect to a page that says 200). Whether the user may act on a certain customer the
/// action asks itself, since it has to be loaded first.
/// </summary>
/// <param name="permission">The name of one of <see cref="CustomersPermissions"/>.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
internal sealed class RequirePermissionAttribute(string permission) : Attribute, IAsyncAuthorizationFilter
{
    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var user = context.HttpContext.User;
        var authorization = context.HttpContext.RequestServices.GetRequiredService<IAuthorizationService>();

        if (await authorization.AuthorizeAsync(user, CustomersPermissions.Find(permission)))
        {
            return;
        }

        context.Result = user.Identity?.IsAuthenticated == true ? new StatusCodeResult(StatusCodes.Status403Forbidden) : new ChallengeResult();
    }
}
