using Microsoft.AspNetCore.Mvc;
using OrchardCore.Admin;
using OrchardCore.Customers.Shared;
using OrchardCore.Customers.Shared.Lists;
using OrchardCore.Modules;

namespace OrchardCore.Customers.Companies.Members;

/// <summary>Companies and units for the fields in which one is searched and chosen.</summary>
[Feature(CustomersConstants.Features.Companies)]
public sealed class CompanyChoicesController(CompanyChoices choices) : Controller
{
    [HttpGet]
    [Admin("Customers/Companies/Search", CompanyMembersRoutes.Companies)]
    [RequirePermission(nameof(CompaniesPermissions.ManageCompanyMembers))]
    public async Task<IActionResult> Companies(string? search) => Show(await choices.FindCompaniesAsync(search));

    [HttpGet]
    [Admin("Customers/Companies/Units", CompanyMembersRoutes.Units)]
    [RequirePermission(nameof(CompaniesPermissions.ManageCompanyMembers))]
    public async Task<IActionResult> Units(string? company, string? search) => Show(string.IsNullOrEmpty(company) ? [] : await choices.FindUnitsAsync(company, search));

    private JsonResult Show(IEnumerable<ListOption> found) => Json(found.Select(option => new { value = option.Value, text = option.Label }));
}
