using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;
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
