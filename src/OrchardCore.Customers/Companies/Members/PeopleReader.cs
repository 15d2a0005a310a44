using Microsoft.Extensions.Localization;
using OrchardCore.Customers.Lists;

namespace OrchardCore.Customers.Companies.Members;

/// <summary>Reads a page of people with a fixed number of queries.</summary>
public sealed class PeopleReader(ICustomerFinder finder, IMembershipManager memberships, MembershipNames names, CompanyChoices choices, PersonRows rows, IStringLocalizer<PeopleReader> S)
{
    private const int PageSize = 25;

    internal async Task<CompanyPeopleModel> ReadAsync(CompanyTabContext context, string? unit)
    {
        var company = context.Company.ContentItemId;
        var page = await finder.FindAsync(
            new CustomerQuery
            {
                Search = context.Search,
                Filters = new Dictionary<string, string> { [MemberOfFilter.FilterName] = MemberOfFilter.ValueOf(company, unit) },
                PageSize = PageSize,
                Position = new CustomerPosition.Numbered(context.Page),
            },
            context.User);

        var found = await memberships.FindInCompanyAsync(company, [.. page.Customers.Select(customer => customer.ContentItemId)]);
        var known = await names.ReadAsync(found);
        var units = await choices.FindUnitsAsync(company, search: null, unit);
        var first = ((page.Number ?? 1) - 1) * PageSize;

        return new CompanyPeopleModel
        {
            CompanyId = company,
            Search = context.Search,
            UnitId = unit,
            Units = [new("", S["All units"]), .. units],
            People = [.. page.Customers.SelectMany(customer => found.Where(membership => membership.CustomerId == customer.ContentItemId), (customer, membership) => rows.Build(customer, membership, context.Company, known))],
            Summary = page.Customers.Count == 0 ? "" : page.Total is { } total
                ? S["{0:N0}-{1:N0} of {2:N0}", first + 1, first + page.Customers.Count, total]
                : S["{0:N0}-{1:N0} of more than {2:N0}", first + 1, first + page.Customers.Count, CustomerPosition.MaxNumberedRows],
            PreviousPage = page.Number > 1 ? page.Number - 1 : null,
            NextPage = page.HasNext ? page.Number + 1 : null,
            ReturnUrl = context.ReturnUrl,
        };
    }
}
