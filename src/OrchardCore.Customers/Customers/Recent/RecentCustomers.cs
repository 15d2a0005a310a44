using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Lists;

namespace OrchardCore.Customers.Recent;

/// <summary>
/// The customers a user opened last. Their ids stand in a protected cookie, so that looking at a customer writes nothing
/// to the database; their names are looked up, so that who is gone or out of scope is left out.
/// </summary>
public sealed class RecentCustomers(IDataProtectionProvider protection, CustomerLookup lookup)
{
    private const string CookieName = "customers-recent";
    private const char Separator = ' ';
    private const int MaxCount = 10;

    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(30);

    private readonly IDataProtector _protector = protection.CreateProtector("OrchardCore.Customers.Recent");

    /// <summary>The user opened this customer.</summary>
    public void Add(string id, HttpContext context)
    {
        var before = Read(context);

        if (UserId(context.User) is not { } user || before.FirstOrDefault() == id)
        {
            return;
        }

        var ids = before.Where(known => known != id).Prepend(id).Take(MaxCount);
        context.Response.Cookies.Append(CookieName, _protector.Protect(string.Join(Separator, ids.Prepend(user))), new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            MaxAge = KeptFor,
            Path = context.Request.PathBase.HasValue ? context.Request.PathBase.Value : "/",
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
        });
    }

    /// <summary>The customers, the last one first.</summary>
    public Task<IReadOnlyList<ContentItem>> FindAsync(HttpContext context) => lookup.FindAsync(Read(context), context.User);

    /// <summary>The ids in the cookie, unless it is somebody else's, forged, or of a key that the site has no more.</summary>
    private string[] Read(HttpContext context)
    {
        if (context.Request.Cookies[CookieName] is not { Length: > 0 } cookie)
        {
            return [];
        }

        try
        {
            var words = _protector.Unprotect(cookie).Split(Separator);

            return words[0] == UserId(context.User) ? words[1..] : [];
        }
        catch (CryptographicException)
        {
            return [];
        }
    }

    private static string? UserId(ClaimsPrincipal user) => user.FindFirstValue(ClaimTypes.NameIdentifier);
}
