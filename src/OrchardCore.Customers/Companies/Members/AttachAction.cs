using Microsoft.Extensions.Localization;
using OrchardCore.Customers.Lists;
using OrchardCore.Security.Permissions;

namespace OrchardCore.Customers.Companies.Members;

internal sealed class AttachAction(IStringLocalizer<AttachAction> S) : ICustomerAction
{
    public LocalizedString Text => S["Attach to company"];

    public LocalizedString Hint => S["Make the customer a user of a company"];

    public string Icon => "building";

    public Permission Permission => CompaniesPermissions.ManageCompanyMembers;

    public string RouteName => CompanyMembersRoutes.Attach;
}
