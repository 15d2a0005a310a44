using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using OrchardCore.Settings;
using YesSql;
using ISession = YesSql.ISession;

namespace OrchardCore.Customers.Accounts;

/// <summary>The address by which somebody who looks after accounts has reached the site last; one document.</summary>
public sealed class KnownAddress
{
    public string Address { get; set; } = "";
}

/// <summary>
/// What links in mails begin with. A visitor's request is not believed, since its <c>Host</c> may name the visitor's own
/// site: that is how links are stolen. Believed are the settings and, until they say it, those who look after accounts.
/// </summary>
public sealed class AccountAddress(ISession session, ISiteService siteService, IHttpContextAccessor httpContextAccessor, IAuthorizationService authorizationService)
{
    private const string Collection = CustomersConstants.Collection;

    /// <summary>The address without a slash at its end; <see langword="null"/> when nobody has said it.</summary>
    public async Task<string?> FindAsync()
    {
        var request = httpContextAccessor.HttpContext?.Request is { Host.HasValue: true } current ? current : null;

        return await SaidAsync() ?? (request is null ? await KnownAsync() : await OfAsync(request));
    }

    /// <summary>The same for work in the background. Orchard gives a job the user who asked for it, and a request to <c>localhost</c> that nobody has made.</summary>
    public async Task<string?> FindForJobAsync() => await SaidAsync() ?? await KnownAsync();

    /// <summary>The link to a page that takes a code.</summary>
    public static string Link(string page, string code) => $"{page}?code={Uri.EscapeDataString(code)}";

    /// <summary>An address that a link can begin with; <see langword="null"/> for anything else.</summary>
    public static string? Clean(string? text)
        => Uri.TryCreate(text?.Trim(), UriKind.Absolute, out var address) && address.Scheme is "https" or "http" && address is { Query: "", Fragment: "", UserInfo: "" }
            ? address.AbsoluteUri.TrimEnd('/')
            : null;

    private async Task<string?> SaidAsync()
    {
        var settings = await siteService.GetSettingsAsync<CustomerAccountSettings>();
        var site = await siteService.GetSiteSettingsAsync();

        return Clean(settings.Address) ?? Clean(site.BaseUrl);
    }

    private async Task<string?> OfAsync(HttpRequest request)
    {
        var own = $"{request.Scheme}://{request.Host.ToUriComponent()}{request.PathBase.ToUriComponent()}";

        if (await authorizationService.AuthorizeAsync(request.HttpContext.User, CustomersPermissions.ManageCustomerAccounts))
        {
            await RememberAsync(own);

            return own;
        }

        // Who names the machine itself leads nobody astray.
        return await KnownAsync() ?? (Uri.TryCreate(own, UriKind.Absolute, out var address) && address.IsLoopback ? own : null);
    }

    private async Task<string?> KnownAsync() => Clean((await FindDocumentAsync())?.Address);

    private async Task RememberAsync(string address)
    {
        var known = await FindDocumentAsync() ?? new KnownAddress();

        if (known.Address != address)
        {
            known.Address = address;
            await session.SaveAsync(known, collection: Collection);
        }
    }

    private async Task<KnownAddress?> FindDocumentAsync() => await session.Query<KnownAddress>(collection: Collection).FirstOrDefaultAsync();
}
