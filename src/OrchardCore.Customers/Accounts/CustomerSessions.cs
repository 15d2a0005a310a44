using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OrchardCore.Users;

namespace OrchardCore.Customers.Accounts;

/// <summary>
/// Asks with each request of a customer whether the session is still good, on every page of the site: one look-up. So a
/// session ends with the next request when the password is set, the account closed or the customer made inactive. For other
/// users the site's own interval holds.
/// </summary>
internal sealed class CustomerSessions : IPostConfigureOptions<CookieAuthenticationOptions>
{
    public void PostConfigure(string? name, CookieAuthenticationOptions options)
    {
        if (name != IdentityConstants.ApplicationScheme)
        {
            return;
        }

        var validate = options.Events.OnValidatePrincipal;

        options.Events.OnValidatePrincipal = context => context.Principal?.IsInRole(CustomersConstants.Roles.Customer) == true ? ValidateAsync(context, validate) : validate(context);
    }

    private static async Task ValidateAsync(CookieValidatePrincipalContext context, Func<CookieValidatePrincipalContext, Task> validate)
    {
        if (await context.HttpContext.RequestServices.GetRequiredService<SignInManager<IUser>>().ValidateSecurityStampAsync(context.Principal) is null)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);

            return;
        }

        await validate(context);
    }
}
