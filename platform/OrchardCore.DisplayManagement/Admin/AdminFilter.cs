using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace OrchardCore.Admin;

/// <summary>Keeps those out who may not enter the admin.</summary>
internal sealed class AdminFilter(IAuthorizationService authorizationService) : IAsyncActionFilter
{
    public async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        var user = context.HttpContext.User;

        if (await authorizationService.AuthorizeAsync(user, AdminPermissions.AccessAdminPanel))
        {
            await next();
        }
        else
        {
            context.Result = user.Identity?.IsAuthenticated == true ? new ForbidResult() : new ChallengeResult();
        }
    }
}
