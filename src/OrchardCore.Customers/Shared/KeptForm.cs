using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace OrchardCore.Customers.Shared;

/// <summary>
/// A form whose values the browser keeps in the tab when it is sent, so that nothing is lost when the session has ended
/// and the log-in is shown instead. Drawn by the <c>_KeptForm</c> partial; the script asks before it fills anything in.
/// </summary>
/// <param name="Id">Tells this opening of the form from others; the same when the form comes back with errors.</param>
/// <param name="User">Tells users apart without naming them: nobody is offered what another user typed.</param>
public sealed record KeptForm(string Id, string User)
{
    private const string IdName = "formId";

    /// <summary>Says to the script of the next page that the form was saved.</summary>
    private const string SavedCookie = "customers-saved";

    private static readonly TimeSpan SavedFor = TimeSpan.FromHours(1);

    /// <summary>The form of this request: the one that was sent, or a new one.</summary>
    public static KeptForm In(HttpContext context) => Sent(context) ?? new(Guid.NewGuid().ToString("N"), Hash(context.User));

    /// <summary>The form that was sent; <see langword="null"/> when the request has none.</summary>
    public static KeptForm? Sent(HttpContext context) => IdOf(context.Request) is { } id ? new(id, Hash(context.User)) : null;

    /// <summary>What was typed is saved, and need not be kept any longer.</summary>
    public static void Forget(HttpContext context)
    {
        if (IdOf(context.Request) is { } id)
        {
            context.Response.Cookies.Append(SavedCookie, id, new CookieOptions
            {
                MaxAge = SavedFor,
                SameSite = SameSiteMode.Lax,
                Secure = context.Request.IsHttps,
                IsEssential = true,
            });
        }
    }

    private static string? IdOf(HttpRequest request)
        => request.HasFormContentType && Guid.TryParseExact(request.Form[IdName], "N", out var form) ? form.ToString("N") : null;

    private static string Hash(ClaimsPrincipal user)
        => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(user.FindFirstValue(ClaimTypes.NameIdentifier) ?? "")))[..16];
}
