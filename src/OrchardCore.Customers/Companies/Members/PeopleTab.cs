using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Lists;
using OrchardCore.Customers.Shared;
using OrchardCore.Customers.Shared.Lists;
using OrchardCore.Security.Permissions;

namespace OrchardCore.Customers.Companies.Members;

/// <summary>The people of a company, by the names of the customers, on the company's page.</summary>
internal sealed class PeopleTab(PeopleReader people, IAuthorizationService authorizationService, IHttpContextAccessor httpContextAccessor, IStringLocalizer<PeopleTab> S) : ICompanyTab
{
    public const string TabName = "people";

    /// <summary>The parameter that holds the id of a unit.</summary>
    private const string UnitKey = "unit";

    public string Name => TabName;

    public LocalizedString Text => S["People"];

    public int Order => 15;

    public Permission Permission => CompaniesPermissions.ViewCompanies;

    public string ViewName => "_CompanyPeople";

    public async Task<object> BuildAsync(CompanyTabContext context)
    {
        var unit = httpContextAccessor.HttpContext?.Request.Query[UnitKey].FirstOrDefault();
        var model = await people.ReadAsync(context, string.IsNullOrEmpty(unit) ? null : unit);
        model.MayManage = await authorizationService.AuthorizeAsync(context.User, CompaniesPermissions.ManageCompanyMembers, context.Company);

        return model;
    }
}

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

/// <summary>Draws people of a company.</summary>
public sealed class PersonRows(MembershipTexts texts, MemberLinks links, IStringLocalizer<PersonRows> S)
{
    internal PersonRow Build(ContentItem customer, Membership membership, ContentItem company, MembershipDirectory known)
    {
        var part = customer.GetOrCreate<CustomerPart>();

        return new(customer.ContentItemId, customer.ListName(), part.Email)
        {
            Unit = known.Units.GetValueOrDefault(membership.UnitId),
            Roles = known.RolesOf(membership),
            Group = membership.Group is { } group ? texts.Label(group).Value : null,
            Contact = membership.ContactType == ContactType.None ? null : texts.Label(membership.ContactType).Value,
            State = State(part, membership),
            IsActive = membership.IsActive,
            Detach = links.AskToDetach(customer.ListName(), company.GetOrCreate<CompanyPart>().Name ?? ""),
        };
    }

    private ListBadge State(CustomerPart customer, Membership membership)
        => !membership.IsActive ? new(S["Disabled"], "circle-pause", "secondary")
            : membership.InvitedUtc is not null && string.IsNullOrEmpty(customer.AccountId) ? new(S["Invited"], "envelope", "primary")
            : new(S["Active"], "circle-check", "success");
}

public sealed class CompanyPeopleModel
{
    public required string CompanyId { get; init; }

    public required string? Search { get; init; }

    public required string? UnitId { get; init; }

    public required IReadOnlyList<ListOption> Units { get; init; }

    public required IReadOnlyList<PersonRow> People { get; init; }

    public required string Summary { get; init; }

    public required int? PreviousPage { get; init; }

    public required int? NextPage { get; init; }

    public required string? ReturnUrl { get; init; }

    public bool MayManage { get; set; }

    /// <summary>Whether somebody asked for less than all of them.</summary>
    public bool IsNarrowed => !string.IsNullOrEmpty(Search) || UnitId is not null;
}

public sealed record PersonRow(string CustomerId, string Name, string? Email)
{
    public required string? Unit { get; init; }

    public required IReadOnlyList<string> Roles { get; init; }

    public required string? Group { get; init; }

    public required string? Contact { get; init; }

    public required ListBadge State { get; init; }

    public required bool IsActive { get; init; }

    public required Confirmation Detach { get; init; }
}
