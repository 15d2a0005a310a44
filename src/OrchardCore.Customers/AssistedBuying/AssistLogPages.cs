using Microsoft.AspNetCore.Mvc;
using OrchardCore.ContentManagement;

namespace OrchardCore.Customers.AssistedBuying;

/// <summary>All that was changed in a session, page by page.</summary>
public sealed class AssistLogPages(IAssistedActions actions, AssistedSessionRows rows)
{
    private const int PageSize = 50;

    /// <param name="page">From 1; the nearest one there is, is shown.</param>
    public async Task<AssistLogModel> ReadAsync(ContentItem customer, AssistedSession session, int page, IUrlHelper url, string listUrl)
    {
        var last = Math.Max(1, (session.Actions + PageSize - 1) / PageSize);
        var number = Math.Clamp(page, 1, last);
        var found = await actions.FindAsync(session, (number - 1) * PageSize, PageSize);

        return new(
            customer.ListName(),
            url.RouteUrl(CustomersRoutes.Display, new { id = customer.ContentItemId, tab = AssistTab.TabName, returnUrl = listUrl })!,
            await rows.DrawAsync(session, found),
            number,
            number > 1 ? Address(number - 1) : null,
            number < last ? Address(number + 1) : null);

        string Address(int other) => url.RouteUrl(AssistRoutes.Log, new { id = customer.ContentItemId, sessionId = session.SessionId, pagenum = other > 1 ? other : (int?)null, returnUrl = listUrl })!;
    }
}

/// <param name="NewerUrl"><see langword="null"/> on the first page.</param>
/// <param name="OlderUrl"><see langword="null"/> on the last one.</param>
public sealed record AssistLogModel(string Customer, string BackUrl, AssistedSessionRow Session, int Page, string? NewerUrl, string? OlderUrl);
