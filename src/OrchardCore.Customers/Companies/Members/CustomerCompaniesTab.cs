using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Localization;
using OrchardCore.Customers.Shared;
using OrchardCore.Customers.Tabs;
using OrchardCore.Security.Permissions;

namespace OrchardCore.Customers.Companies.Members;

/// <summary>The companies a customer belongs to, on the customer's page.</summary>
internal sealed class CustomerCompaniesTab(
    IMembershipManager memberships,
    MembershipNames names,
    MembershipCards cards,
    IAuthorizationService authorizationService,
    IStringLocalizer<CustomerCompaniesTab> S) : ICustomerTab
{
    public const string TabName = "companies";

    private const int PageSize = 20;

    public string Name => TabName;

    public LocalizedString Text => S["Companies"];

    public int Order => 12;

    public Permission Permission => CompaniesPermissions.ViewCompanies;

    public string ViewName => "_CustomerCompanies";

    public async Task<object> BuildAsync(CustomerTabContext context)
    {
        var id = context.Customer.ContentItemId;

        // One more than the page has, to know whether there are others.
        var found = await memberships.FindOfCustomerAsync(id, (context.Page - 1) * PageSize, PageSize + 1);
        var shown = found.Take(PageSize).ToList();
        var known = await names.ReadAsync(shown);
        var drawn = new List<MembershipCard>();

        foreach (var membership in shown)
        {
            drawn.Add(await cards.BuildAsync(membership, context.Customer, known));
        }

        return new CustomerCompaniesModel(id, drawn, new PageTurn(context.Page, found.Count > PageSize, id, TabName, context.ReturnUrl))
        {
            MayManage = await authorizationService.AuthorizeAsync(context.User, CompaniesPermissions.ManageCompanyMembers),
            ReturnUrl = context.ReturnUrl,
        };
    }
}

public sealed record CustomerCompaniesModel(string CustomerId, IReadOnlyList<MembershipCard> Cards, PageTurn Turn)
{
    public required bool MayManage { get; init; }

    public required string? ReturnUrl { get; init; }
}
