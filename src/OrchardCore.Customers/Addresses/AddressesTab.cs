using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Tabs;
using OrchardCore.Security.Permissions;

namespace OrchardCore.Customers.Addresses;

/// <summary>The tab Addresses of a customer's page.</summary>
internal sealed class AddressesTab(AddressLists lists, IAuthorizationService authorizationService, IStringLocalizer<AddressesTab> S) : ICustomerTab
{
    public string Name => "addresses";

    public LocalizedString Text => S["Addresses"];

    public int Order => 10;

    public Permission Permission => CustomersPermissions.ViewCustomers;

    public string ViewName => "_CustomerAddresses";

    public int? Count(ContentItem customer) => customer.Has<AddressBookPart>() ? customer.GetOrCreate<AddressBookPart>().Addresses.Length : null;

    public async Task<object> BuildAsync(CustomerTabContext context) => lists.Build(
        context.Customer,
        AddressPlace.Customer,
        await authorizationService.AuthorizeAsync(context.User, CustomersPermissions.EditCustomers, context.Customer),
        context.Page,
        context.Search,
        context.ReturnUrl);
}
