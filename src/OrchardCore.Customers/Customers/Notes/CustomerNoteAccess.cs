using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using OrchardCore.ContentManagement;

namespace OrchardCore.Customers.Notes;

/// <summary>Finds customers for who writes notes on them, and says what that user may do with the notes.</summary>
public sealed class CustomerNoteAccess(ICustomerManager manager, IAuthorizationService authorizationService)
{
    /// <summary>The customer, if there is one that the user may edit.</summary>
    public async Task<ContentItem?> FindCustomerAsync(string id, ClaimsPrincipal user)
    {
        var customer = await manager.FindAsync(id);

        return customer is not null && await authorizationService.AuthorizeAsync(user, CustomersPermissions.EditCustomers, customer) ? customer : null;
    }

    public async Task<NoteRights> RightsAsync(ContentItem customer, ClaimsPrincipal user) => new(
        user.FindFirstValue(ClaimTypes.NameIdentifier),
        await authorizationService.AuthorizeAsync(user, CustomersPermissions.EditCustomers, customer),
        await authorizationService.AuthorizeAsync(user, CustomersPermissions.DeleteCustomers, customer));
}
