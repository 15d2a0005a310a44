using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;

namespace OrchardCore.Customers.Companies;

/// <summary>The first tab of a company's page, with a fixed number of queries.</summary>
public sealed class CompanyOverview(ICompanyManager manager, CompanyFinder finder, CustomerUsers users, CustomerFacts facts, IStringLocalizer<CompanyOverview> S)
{
    private const int MaxSubsidiaries = 20;

    public async Task<CompanyOverviewModel> BuildAsync(ContentItem company, string? returnUrl, bool mayManage, IUrlHelper url)
    {
        var part = company.GetOrCreate<CompanyPart>();
        var parent = part.ParentCompanyId is null ? null : await manager.FindAsync(part.ParentCompanyId);
        var subsidiaries = await finder.FindAsync(new CompanyQuery { ParentCompanyId = company.ContentItemId, PageSize = MaxSubsidiaries });
        string Page(ContentItem other) => url.RouteUrl(CompaniesRoutes.Display, new { id = other.ContentItemId, returnUrl })!;

        return new CompanyOverviewModel(
            company.ContentItemId,
            mayManage ? url.RouteUrl(CompaniesRoutes.Edit, new { id = company.ContentItemId, returnUrl }) : null,
            [
                new(S["Legal"], "company-legal",
                [
                    .. Given(new(S["Legal name"], part.LegalName)),
                    .. Given(new(S["Tax number"], part.TaxNumber)),
                    .. Given(new(S["Registration number"], part.RegistrationNumber)),
                ]),
                new(S["More"], "company-more",
                [
                    .. Given(new(S["Website"], part.Website) { Url = part.Website }),
                    .. Given(new(S["Belongs to"], parent?.NameOf()) { Url = parent is null ? null : Page(parent) }),
                    .. await facts.CustomAsync(company),
                    .. Given(new(S["Created"], await facts.WhenAsync(company.CreatedUtc, await users.NameAsync(company.Owner)))),
                    .. Given(new(S["Changed"], await facts.WhenAsync(company.ModifiedUtc, company.Author))),
                ]),
            ],
            mayManage ? Changes(part) : [],
            [.. subsidiaries.Companies.Select(other => new CustomerFact(other.NameOf(), other.NameOf()) { Url = Page(other) })],
            subsidiaries.HasNext)
        { ReturnUrl = returnUrl };
    }

    /// <summary>What makes a difference now, what is most often wanted first.</summary>
    private List<CompanyChange> Changes(CompanyPart part)
    {
        var changes = new List<CompanyChange>();

        if (part.Status != CompanyStatus.Approved)
        {
            changes.Add(new(nameof(CompanyAction.Approve), S["Approve"], S["The shop does business with this company"], "btn-success"));
        }

        if (part.Status != CompanyStatus.Denied)
        {
            changes.Add(new(nameof(CompanyAction.Deny), S["Deny"], S["The shop does no business with it; it can still be approved later"], "btn-outline-secondary"));
        }

        changes.Add(part.IsActive
            ? new(nameof(CompanyAction.Deactivate), S["Deactivate"], S["Its people take no part in the shop until it is activated again"], "btn-outline-secondary")
            : new(nameof(CompanyAction.Activate), S["Activate"], S["Its people take part in the shop again"], "btn-success"));
        changes.Add(part.IsBlocked
            ? new(nameof(CompanyAction.Unblock), S["Unblock"], S["Its people may order again"], "btn-outline-secondary")
            : new(nameof(CompanyAction.Block), S["Block"], S["Its people may log in and may not order"], "btn-outline-danger"));

        return changes;
    }

    private static IEnumerable<CustomerFact> Given(CustomerFact fact) => string.IsNullOrEmpty(fact.Text) ? [] : [fact];
}
