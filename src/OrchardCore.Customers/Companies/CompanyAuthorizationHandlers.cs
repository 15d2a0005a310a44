using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Shared;
using OrchardCore.Security;
using OrchardCore.Security.Permissions;

namespace OrchardCore.Customers.Companies;

/// <summary>Keeps companies private: who may view companies sees them, who manages them changes them.</summary>
internal sealed class CompanyAuthorizationHandler(IServiceProvider services) : PrivateContentAuthorizationHandler(services, CustomersConstants.ContentTypes.Company)
{
    protected override bool IsOfTheType(ContentItem item) => base.IsOfTheType(item) || item.Has<CompanyPart>();

    /// <summary>Orchard's own Delete asks nobody whether it may go, and leaves its people behind.</summary>
    protected override bool IsForNobody(Permission permission) => base.IsForNobody(permission) || permission.Name.StartsWith("Delete", StringComparison.Ordinal);

    protected override Permission ToOurs(Permission permission) => IsForViewing(permission) ? CompaniesPermissions.ViewCompanies : CompaniesPermissions.ManageCompanies;
}

/// <summary>Keeps business units private, as their companies are.</summary>
internal sealed class BusinessUnitAuthorizationHandler(IServiceProvider services) : PrivateContentAuthorizationHandler(services, CustomersConstants.ContentTypes.BusinessUnit)
{
    protected override bool IsOfTheType(ContentItem item) => base.IsOfTheType(item) || item.Has<BusinessUnitPart>();

    /// <summary>Orchard's own Delete asks nobody whether it may go, and leaves its people behind.</summary>
    protected override bool IsForNobody(Permission permission) => base.IsForNobody(permission) || permission.Name.StartsWith("Delete", StringComparison.Ordinal);

    protected override Permission ToOurs(Permission permission) => IsForViewing(permission) ? CompaniesPermissions.ViewCompanies : CompaniesPermissions.ManageCompanies;
}

/// <summary>
/// Companies are for those who see all customers: what a company shows of its people would tell others of customers that
/// are out of their scope.
/// </summary>
internal sealed class CompanyScopeHandler(IServiceProvider services) : AuthorizationHandler<PermissionRequirement>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, PermissionRequirement requirement)
    {
        if (CompaniesPermissions.All.All(ours => ours.Name != requirement.Permission.Name))
        {
            return;
        }

        // Asked late: the authorization service asks this handler in turn.
        if (!await services.GetRequiredService<IAuthorizationService>().AuthorizeAsync(context.User, CustomersPermissions.ViewAllCustomers))
        {
            context.Fail(new AuthorizationFailureReason(this, "It is out of scope."));
        }
    }
}
