using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Accounts.Mails;
using OrchardCore.Customers.Bulk;
using OrchardCore.Customers.Shared;
using OrchardCore.Customers.Shared.Lists;
using OrchardCore.Modules;

namespace OrchardCore.Customers.Accounts;

/// <summary>Lists open invitations: to whom, since when, and whether the mail went out.</summary>
public sealed class InvitationPages(
    IServiceProvider services,
    AccountMoments moments,
    IAuthorizationService authorizationService,
    IClock clock,
    ILocalClock localClock,
    IStringLocalizer<InvitationPages> S)
{
    private const int PageSize = 25;

    /// <summary>One page, the latest first, of the customers that the user may see.</summary>
    public async Task<InvitationsViewModel> ListAsync(int page, IUrlHelper url, ClaimsPrincipal user)
    {
        page = Math.Max(1, page);
        var codes = await services.GetRequiredService<AccountCodes>().FindInvitationsAsync((page - 1) * PageSize, PageSize + 1);
        var shown = codes.Take(PageSize).ToList();
        var customers = await FindAsync(shown.Select(code => code.CustomerId), user);
        var mails = await services.GetRequiredService<Outbox>().FindLatestAsync(customers.Keys, CustomerMailKind.Invitation);
        var rows = new List<InvitationRow>();

        foreach (var code in shown)
        {
            if (customers.TryGetValue(code.CustomerId, out var customer) && await authorizationService.AuthorizeAsync(user, CustomersPermissions.ManageCustomerAccounts, customer))
            {
                rows.Add(await RowAsync(code, customer, mails.GetValueOrDefault(code.CustomerId), url));
            }
        }

        return new(
            rows,
            page > 1 ? url.RouteUrl(AccountsRoutes.Invitations, new { pagenum = page - 1 }) : null,
            codes.Count > PageSize ? url.RouteUrl(AccountsRoutes.Invitations, new { pagenum = page + 1 }) : null);
    }

    private async Task<IReadOnlyDictionary<string, ContentItem>> FindAsync(IEnumerable<string> ids, ClaimsPrincipal user)
    {
        var selection = CustomerSelection.Of(ids);
        var found = selection.Ids!.Length == 0 ? [] : await services.GetRequiredService<ICustomerJobManager>().FindFirstAsync(selection, user, PageSize);

        return found.ToDictionary(customer => customer.ContentItemId, StringComparer.Ordinal);
    }

    private async Task<InvitationRow> RowAsync(AccountCode code, ContentItem customer, OutboxMail? mail, IUrlHelper url) => new()
    {
        CustomerId = customer.ContentItemId,
        Name = customer.ListName(),
        Number = customer.GetOrCreate<CustomerPart>().Number,
        Url = url.RouteUrl(CustomersRoutes.Display, new { id = customer.ContentItemId, tab = AccountTab.TabName })!,
        Email = code.Email.LastIndexOf('@') is > 0 and var at ? new ListCell.Email(code.Email[..at], code.Email[(at + 1)..]) : new ListCell.Text(code.Email),
        Created = await localClock.ToSiteZoneAsync(code.CreatedUtc),
        CreatedBy = code.CreatedBy,
        Expires = await localClock.ToSiteZoneAsync(code.ExpiresUtc),
        State = code.IsLive(clock.UtcNow) ? new ListBadge(S["Open"], "envelope", "primary") : new ListBadge(S["Too old"], "triangle-exclamation", "warning"),
        Mail = mail is null ? null : moments.ShortState(mail),
        Problem = mail?.Problem,
    };
}

/// <summary>The page of open invitations.</summary>
public sealed record InvitationsViewModel(IReadOnlyList<InvitationRow> Rows, string? PreviousUrl, string? NextUrl);

/// <summary>One customer who was invited.</summary>
public sealed class InvitationRow
{
    public required string CustomerId { get; init; }

    public required string Name { get; init; }

    public required string? Number { get; init; }

    /// <summary>The tab of the customer's page.</summary>
    public required string Url { get; init; }

    public required ListCell Email { get; init; }

    /// <summary>In the site's zone.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary><see langword="null"/> when nobody asked for it.</summary>
    public required string? CreatedBy { get; init; }

    /// <summary>In the site's zone.</summary>
    public required DateTimeOffset Expires { get; init; }

    public required ListBadge State { get; init; }

    /// <summary>What became of the mail; <see langword="null"/> when that is forgotten.</summary>
    public required string? Mail { get; init; }

    /// <summary>Why it could not be sent; <see langword="null"/> when it could.</summary>
    public required string? Problem { get; init; }
}
