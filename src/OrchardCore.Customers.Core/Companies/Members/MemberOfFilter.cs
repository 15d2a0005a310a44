using System.Linq.Expressions;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Lists;
using OrchardCore.Customers.Shared;
using YesSql;
using YesSql.Services;

namespace OrchardCore.Customers.Companies.Members;

/// <summary>
/// The customers who belong to a company: by a text in the company's name or, from the company's own page, by its id, with
/// that of a unit behind it.
/// </summary>
internal sealed class MemberOfFilter(ISession session, ICompanyManager companies, IBusinessUnitManager units, IStringLocalizer<MemberOfFilter> S) : ICustomerListFilter
{
    public const string FilterName = "memberof";

    /// <summary>Between the ids of a company and of its unit.</summary>
    private const char Separator = ':';

    private const int IdLength = 26;

    /// <summary>How many companies a text may mean; of more of them, those are left out that come later in the alphabet.</summary>
    private const int MaxCompanies = 200;

    public string Name => FilterName;

    public LocalizedString Label => S["Belongs to company"];

    public LocalizedString Hint => S["Show only customers who are attached to a company with this in its name"];

    public CustomerFilterKind Kind => CustomerFilterKind.Text;

    /// <summary>The value for the people of a company, or of one of its units.</summary>
    public static string ValueOf(string companyId, string? unitId = null) => unitId is null ? companyId : companyId + Separator + unitId;

    public async Task<string?> DescribeAsync(string value)
    {
        if (await FindAsync(value) is not { } found)
        {
            return SearchText.Fold(value).Length > 0 ? value : null;
        }

        var company = found.Company.GetOrCreate<CompanyPart>().Name ?? "";

        return found.Unit is null ? company : S["{0}, {1}", company, found.Unit.GetOrCreate<BusinessUnitPart>().Name ?? ""];
    }

    public async Task<Expression<Func<CustomerIndex, bool>>?> GetPredicateAsync(string value)
    {
        if (await FindAsync(value) is { } found)
        {
            var (company, unit) = (found.Company.ContentItemId, found.Unit?.ContentItemId);

            return unit is null
                ? index => index.ContentItemId.IsIn<MembershipIndex>(member => member.CustomerId, member => member.CompanyId == company)
                : index => index.ContentItemId.IsIn<MembershipIndex>(member => member.CustomerId, member => member.UnitId == unit);
        }

        var folded = SearchText.Fold(value);

        if (folded.Length == 0)
        {
            return null;
        }

        var rows = await session.QueryIndex<CompanyIndex>(index => index.Name.Contains(folded)).OrderBy(index => index.Name).Take(MaxCompanies).ListAsync();
        string[] ids = [.. rows.Select(row => row.ContentItemId)];

        return ids.Length == 0 ? index => index.DocumentId < 0 : index => index.ContentItemId.IsIn<MembershipIndex>(member => member.CustomerId, member => member.CompanyId.IsIn(ids));
    }

    /// <summary>The company that a value names by its id, and the unit; <see langword="null"/> for a text.</summary>
    private async Task<(ContentItem Company, ContentItem? Unit)?> FindAsync(string value)
    {
        var (companyId, unitId) = value.IndexOf(Separator, StringComparison.Ordinal) is > 0 and var end ? (value[..end], value[(end + 1)..]) : (value, null);

        if (companyId.Length != IdLength || await companies.FindAsync(companyId) is not { } company)
        {
            return null;
        }

        return unitId is null ? (company, null)
            : await units.FindAsync(unitId) is { } unit && unit.GetOrCreate<BusinessUnitPart>().CompanyId == companyId ? (company, unit) : null;
    }
}
