using Microsoft.AspNetCore.Mvc;
using OrchardCore.Admin;
using OrchardCore.Customers.Shared;
using OrchardCore.Modules;

namespace OrchardCore.Customers.Accounts;

/// <summary>The invitations that were not used yet.</summary>
[Feature(CustomersConstants.Features.Accounts)]
public sealed class InvitationsController(InvitationPages pages) : Controller
{
    [HttpGet]
    [Admin("Customers/Invitations", AccountsRoutes.Invitations)]
    [RequirePermission(nameof(CustomersPermissions.ManageCustomerAccounts))]
    public async Task<IActionResult> Index(int pagenum = 1) => View(await pages.ListAsync(pagenum, Url, User));
}
