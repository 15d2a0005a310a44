using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Lists;

namespace OrchardCore.Customers.Companies.Members;

/// <summary>The companies that each customer belongs to, the default one first.</summary>
internal sealed class CompaniesColumn(IMembershipManager memberships, ICompanyManager companies, IStringLocalizer<CompaniesColumn> S) : ICustomerListColumn
{
    public string Name => "companies";

    public LocalizedString Heading => S["Companies"];

    public int Order => 12;

    public bool IsShownByDefault => false;

    public async Task<IReadOnlyList<CustomerCell>> GetCellsAsync(IReadOnlyList<ContentItem> customers)
    {
        var found = (await memberships.FindOfCustomersAsync([.. customers.Select(customer => customer.ContentItemId)])).ToLookup(membership => membership.CustomerId, StringComparer.Ordinal);
        var ids = found.SelectMany(group => group).Select(membership => membership.CompanyId).Distinct(StringComparer.Ordinal).ToList();
        var names = (await companies.FindAsync(ids)).ToDictionary(company => company.ContentItemId, company => company.GetOrCreate<CompanyPart>().Name ?? "", StringComparer.Ordinal);

        return [.. customers.Select(customer => new CustomerCell.Labels(
            [.. found[customer.ContentItemId].Where(membership => names.ContainsKey(membership.CompanyId)).Select(membership => names[membership.CompanyId])]))];
    }
}
