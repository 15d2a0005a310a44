using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Accounts.Mails;
using OrchardCore.Customers.Bulk;
using OrchardCore.Customers.Shared.Lists;
using OrchardCore.Modules;

namespace OrchardCore.Customers.Accounts;

/// <summary>Lists open invitations: to whom, since when, and whether the mail went out.</summary>
public sealed class InvitationPages(IServiceProvider services, Outbox outbox, AccountMoments moments, IAuthorizationService authorizationService, IClock clock, IStringLocalizer<InvitationPages> S)
{
    private const int PageSize = 25;

    /// <summary>One page, the latest first, of the customers that the user may see.</summary>
    public async Task<InvitationsViewModel> ListAsync(int page, IUrlHelper url, ClaimsPrincipal user)
    {
        page = Math.Max(1, page);
        var codes = await services.GetRequiredService<AccountCodes>().FindInvitationsAsync((page - 1) * PageSize, PageSize + 1);
        var shown = codes.Take(PageSize).ToList();
        var customers = await FindAsync(shown.Select(code => code.CustomerId), user);
        var mails = await outbox.FindLatestAsync(customers.Keys, CustomerMailKind.Invitation);
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

    private async Task<InvitationRow> RowAsync(AccountCode code, ContentItem customer, OutboxMail? mail, IUrlHelper url) => new(
        customer.ContentItemId,
        customer.ListName(),
        customer.GetOrCreate<CustomerPart>().Number,
        code.Email,
        await moments.WhenAsync(code.CreatedUtc, code.CreatedBy),
        await moments.UntilAsync(code),
        code.IsLive(clock.UtcNow) ? new ListBadge(S["Open"], "envelope", "primary") : new ListBadge(S["Too old"], "triangle-exclamation", "warning"),
        mail is null ? null : await moments.StateAsync(mail),
        url.RouteUrl(CustomersRoutes.Display, new { id = customer.ContentItemId, tab = AccountTab.TabName })!);
}

/// <summary>The page of open invitations.</summary>
public sealed record InvitationsViewModel(IReadOnlyList<InvitationRow> Rows, string? PreviousUrl, string? NextUrl);

/// <param name="When">When it was sent, and by whom.</param>
/// <param name="Mail">What became of the mail; <see langword="null"/> when that is forgotten.</param>
public sealed record InvitationRow(string CustomerId, string Name, string? Number, string Email, string When, string Until, ListBadge State, string? Mail, string Url);
