using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.DependencyInjection;

namespace OrchardCore.Customers.Accounts;

/// <summary>
/// Lets an action run only for a customer who is logged in; others come back to it by way of the log-in. Which customer,
/// the log-in says and nothing else: no route of the storefront takes the id of one.
/// </summary>
/// <remarks>An action filter, since Orchard gives a page its theme when the action begins.</remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
internal sealed class CustomerOnlyAttribute : Attribute, IAsyncActionFilter
{
    public async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        var http = context.HttpContext;

        if (http.User.Identity?.IsAuthenticated != true)
        {
            // What was posted can't be posted again by a link.
            var returnUrl = HttpMethods.IsGet(http.Request.Method) ? http.Request.PathBase + http.Request.Path + http.Request.QueryString : null;
            context.Result = new RedirectToRouteResult(AccountRoutes.LogIn, new { returnUrl });

            return;
        }

        var visitor = http.RequestServices.GetRequiredService<AccountVisitor>();

        if (await visitor.FindAsync() is null)
        {
            context.Result = new ViewResult { ViewName = "AccountNoCustomer", StatusCode = StatusCodes.Status403Forbidden };
        }
        else if (!visitor.MayLogIn)
        {
            await visitor.LogOutAsync();
            context.Result = new RedirectToRouteResult(AccountRoutes.LogIn, new { note = AccountNote.NoLongerActive });
        }
        else
        {
            await next();
        }
    }
}
