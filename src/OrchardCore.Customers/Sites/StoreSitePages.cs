using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using Microsoft.Extensions.Localization;
using OrchardCore.Customers.Shared;
using OrchardCore.Customers.Shared.Lists;

namespace OrchardCore.Customers.Sites;

/// <summary>Draws sites as rows, and says what came of what was done with them.</summary>
public sealed class StoreSitePages(IStoreSiteManager manager, StoreSiteUses uses, IStringLocalizer<StoreSitePages> S, IHtmlLocalizer<StoreSitePages> H)
{
    public async Task<StoreSiteListViewModel> ListAsync(IUrlHelper url) => new([.. (await manager.FindAllAsync()).Select(site => Row(site, url))], url.RouteUrl(SitesRoutes.Users)!);

    /// <summary>The page that asks before a site is deleted; it says so when that can't be.</summary>
    public async Task<StoreSiteDeleteViewModel> AskToDeleteAsync(StoreSite site, IUrlHelper url)
        => new(AskToDelete(site), url.RouteUrl(SitesRoutes.List)!)
        {
            Refusal = (await uses.ExplainAsync(site.Code))?.Value,
            SwitchOffUrl = site.IsActive ? url.RouteUrl(SitesRoutes.SetActive, new { code = site.Code }) : null,
        };

    /// <summary>What a storefront answered, in words.</summary>
    public LocalizedHtmlString Describe(StoreSite site, StorefrontAnswer answer) => answer.State switch
    {
        StorefrontState.Answers => H["The storefront of {0} answers (status {1}).", site.Name, answer.Status!],
        StorefrontState.Redirects => answer.LeadsTo is null
            ? H["The storefront of {0} answers with a redirect (status {1}).", site.Name, answer.Status!]
            : H["The storefront of {0} answers with a redirect to {2} (status {1}). It was not followed: perhaps the address of the site is to be another one.", site.Name, answer.Status!, answer.LeadsTo],
        StorefrontState.Complains => H["The storefront of {0} answers that something is wrong (status {1}).", site.Name, answer.Status!],
        StorefrontState.HasNoAddress => H["The site {0} has no address of a storefront yet. Edit the site and enter it.", site.Name],
        StorefrontState.IsUnknown => H["The storefront of {0} was not found: nobody knows the host {1}.", site.Name, HostOf(site)],
        StorefrontState.IsNotTrusted => H["The certificate of {1}, the storefront of {0}, is not trusted.", site.Name, HostOf(site)],
        StorefrontState.IsSlow => H["The storefront of {0} did not answer within {1} seconds.", site.Name, (int)StorefrontProbe.Timeout.TotalSeconds],
        _ => H["The storefront of {0} can't be reached: {1} takes no connection.", site.Name, HostOf(site)],
    };

    private StoreSiteRow Row(StoreSite site, IUrlHelper url)
    {
        var route = new { code = site.Code };
        var isShop = StorefrontAddress.TryRead(site.StorefrontUrl, out _);

        return new(site.Code, site.Name)
        {
            // What a recipe brought may be no address of a shop, and is no link then.
            StorefrontUrl = isShop ? site.StorefrontUrl : null,
            Storefront = site.StorefrontUrl.Replace("https://", "", StringComparison.OrdinalIgnoreCase),
            Currencies = string.Join(", ", site.Currencies),
            Languages = string.Join(", ", site.Languages),
            State = site.IsActive ? new(S["Active"], "circle-check", "success") : new(S["Inactive"], "circle-pause", "secondary"),
            IsActive = site.IsActive,
            AssistedBuying = site.AssistedBuying.IsEnabled ? S["On"] : S["Off"],
            CustomersUrl = url.RouteUrl(CustomersRoutes.List, new { site = site.Code })!,
            EditUrl = url.RouteUrl(SitesRoutes.Edit, route)!,
            TestUrl = isShop ? url.RouteUrl(SitesRoutes.Test, route) : null,
            SetActiveUrl = url.RouteUrl(SitesRoutes.SetActive, route)!,
            Delete = new ActionLink(S["Delete"], S["Delete the site"], "trash", url.RouteUrl(SitesRoutes.Delete, route)!) { IsDangerous = true, Confirmation = AskToDelete(site) },
        };
    }

    private Confirmation AskToDelete(StoreSite site) => new(S["Delete the site {0}? This cannot be undone.", site.Name], S["Delete"]);

    private static string HostOf(StoreSite site) => Uri.TryCreate(site.StorefrontUrl, UriKind.Absolute, out var uri) ? uri.Authority : "";
}

/// <summary>All sites.</summary>
public sealed record StoreSiteListViewModel(IReadOnlyList<StoreSiteRow> Rows, string UsersUrl);

public sealed record StoreSiteRow(string Code, string Name)
{
    /// <summary><see langword="null"/> while nobody has said where the storefront is.</summary>
    public required string? StorefrontUrl { get; init; }

    /// <summary>The same for readers, who take https for granted.</summary>
    public required string Storefront { get; init; }

    public required string Currencies { get; init; }

    public required string Languages { get; init; }

    public required ListBadge State { get; init; }

    public required bool IsActive { get; init; }

    public required string AssistedBuying { get; init; }

    /// <summary>The list of customers who shop there first.</summary>
    public required string CustomersUrl { get; init; }

    public required string EditUrl { get; init; }

    /// <summary><see langword="null"/> where there is nothing to ask.</summary>
    public required string? TestUrl { get; init; }

    public required string SetActiveUrl { get; init; }

    public required ActionLink Delete { get; init; }
}

/// <summary>Asks what the dialog asks, where there is no JavaScript.</summary>
public sealed record StoreSiteDeleteViewModel(Confirmation Confirmation, string CancelUrl)
{
    /// <summary>Why it can't be deleted; <see langword="null"/> when it can.</summary>
    public string? Refusal { get; init; }

    /// <summary>What can be done instead; <see langword="null"/> when it is done already.</summary>
    public string? SwitchOffUrl { get; init; }
}
