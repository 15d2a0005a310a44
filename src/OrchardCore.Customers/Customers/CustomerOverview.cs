using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.History;
using OrchardCore.Customers.Notes;
using OrchardCore.Modules;

namespace OrchardCore.Customers;

/// <summary>The first tab of a customer's page: what is known of it, what happened lately, and what colleagues pinned. It costs the same however much there is.</summary>
public sealed class CustomerOverview(CustomerFacts facts, CustomerHistoryReader history, CustomerNotesReader notes, IAuthorizationService authorizationService, IClock clock)
{
    private const int RecentChanges = 3;

    public async Task<CustomerOverviewModel> BuildAsync(ContentItem customer, string listUrl, IUrlHelper url, ClaimsPrincipal user)
    {
        var mayEdit = await authorizationService.AuthorizeAsync(user, CustomersPermissions.EditCustomers, customer);
        var id = customer.ContentItemId;
        string TabUrl(string tab) => url.RouteUrl(CustomersRoutes.Display, new { id, tab, returnUrl = listUrl })!;

        var changes = await history.ReadAsync(id, 1, RecentChanges);

        return new CustomerOverviewModel(
            [.. (await facts.ReadAsync(customer, clock.UtcNow)).Select(section => section with { EditUrl = mayEdit ? CustomerReturn.EditUrl(url, id, listUrl) + "#" + section.Anchor : null })],
            changes.Entries,
            changes.IsUnreadable,
            TabUrl(CustomerHistoryTab.TabName),
            await notes.ReadPinnedAsync(id),
            TabUrl(CustomerNotesTab.TabName));
    }
}

/// <param name="Changes">The last ones.</param>
/// <param name="Notes">Those that are pinned.</param>
public sealed record CustomerOverviewModel(
    IReadOnlyList<CustomerSection> Sections,
    IReadOnlyList<HistoryEntry> Changes,
    bool IsHistoryUnreadable,
    string HistoryUrl,
    IReadOnlyList<NoteModel> Notes,
    string NotesUrl);
