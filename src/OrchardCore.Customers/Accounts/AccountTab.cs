using Microsoft.Extensions.Localization;
using OrchardCore.Customers.Tabs;
using OrchardCore.Security.Permissions;

namespace OrchardCore.Customers.Accounts;

/// <summary>Whether the customer has an account, what was mailed, and what can be done.</summary>
internal sealed class AccountTab(AccountTabBuilder builder, IStringLocalizer<AccountTab> S) : ICustomerTab
{
    public const string TabName = "account";

    public string Name => TabName;

    public LocalizedString Text => S["Account"];

    public int Order => 15;

    public Permission Permission => CustomersPermissions.ManageCustomerAccounts;

    public string ViewName => "_CustomerAccount";

    public async Task<object> BuildAsync(CustomerTabContext context) => await builder.BuildAsync(context.Customer, context.ReturnUrl);
}
