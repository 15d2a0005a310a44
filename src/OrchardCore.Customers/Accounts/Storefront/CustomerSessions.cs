using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OrchardCore.Users;

namespace OrchardCore.Customers.Accounts;

/// <summary>
/// Ends the sessions of a customer at their next request, wherever on the site that is. Identity looks only every half an
/// hour whether a session is still good; for customers, and on the pages of the storefront for everybody, we look each time.
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
        options.Events.OnValidatePrincipal = async context =>
        {
            await validate(context);

            if (context.Principal is not null && IsLookedAt(context))
            {
                await LookAsync(context);
            }
        };
    }

    private static bool IsLookedAt(CookieValidatePrincipalContext context)
        => context.Principal!.IsInRole(CustomersConstants.Roles.Customer) || context.Request.Path.StartsWithSegments("/" + AccountRoutes.Root, StringComparison.OrdinalIgnoreCase);

    private static async Task LookAsync(CookieValidatePrincipalContext context)
    {
        var signInManager = context.HttpContext.RequestServices.GetRequiredService<SignInManager<IUser>>();

        if (await signInManager.ValidateSecurityStampAsync(context.Principal) is null)
        {
            context.RejectPrincipal();
            await signInManager.SignOutAsync();
        }
    }
}
