using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;
using OrchardCore.Customers.Shared;
using OrchardCore.Customers.Tabs;
using OrchardCore.Security.Permissions;

namespace OrchardCore.Customers.Notes;

/// <summary>What colleagues wrote about the customer.</summary>
internal sealed class CustomerNotesTab(CustomerNotesReader notes, CustomerNoteAccess access, IHttpContextAccessor httpContextAccessor, IStringLocalizer<CustomerNotesTab> S) : ICustomerTab
{
    public const string TabName = "notes";

    private const int PageSize = 20;

    public string Name => TabName;

    public LocalizedString Text => S["Notes"];

    public int Order => 20;

    public Permission Permission => CustomersPermissions.ViewCustomers;

    public string ViewName => "_CustomerNotes";

    public async Task<object> BuildAsync(CustomerTabContext context)
    {
        var rights = await access.RightsAsync(context.Customer, context.User);
        var (found, hasOlder) = await notes.ReadAsync(context.Customer.ContentItemId, context.Page, PageSize, rights);

        return new CustomerNotesModel
        {
            CustomerId = context.Customer.ContentItemId,
            Notes = found,
            MayWrite = rights.MayWrite,
            ReturnUrl = context.ReturnUrl,
            Kept = KeptForm.In(httpContextAccessor.HttpContext!),
            Turn = new PageTurn(context.Page, hasOlder, context.Customer.ContentItemId, TabName, context.ReturnUrl),
        };
    }
}

public sealed class CustomerNotesModel
{
    public required string CustomerId { get; init; }

    public required IReadOnlyList<NoteModel> Notes { get; init; }

    public required bool MayWrite { get; init; }

    public required string? ReturnUrl { get; init; }

    public required KeptForm Kept { get; init; }

    public required PageTurn Turn { get; init; }
}
