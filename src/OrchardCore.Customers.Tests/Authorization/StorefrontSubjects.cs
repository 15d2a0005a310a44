using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Customers.Accounts;
using OrchardCore.Customers.Tests.Accounts.Storefront;
using OrchardCore.Customers.Tests.Addresses;
using Platform.Tests.Hosting;

namespace OrchardCore.Customers.Tests.Authorization;

/// <summary>What routes of the storefront are about.</summary>
internal static class StorefrontSubjects
{
    private const string NewPassword = "Sesam-4711";

    /// <summary>As long as codes are, and none of them.</summary>
    public static readonly string NoCode = new('A', 43);

    /// <summary>A customer with an account, an address of this id, and what staff has written.</summary>
    public static async Task<Shopper> AddShopperAsync(this TestSite site, string addressId)
    {
        var shopper = await site.AddShopperAsync(part => (part.MemberNumber, part.MemberVerificationCode, part.Currency) = ("M-1", "V-1", "ISK"));
        await site.AddAddressAsync(shopper.Id, AddressSite.Berlin(addressId));

        return shopper;
    }

    /// <summary>A code for the customer, as it would be mailed.</summary>
    public static Task<string> CodeAsync(this Shopper shopper, AccountCodePurpose purpose, string? email = null) => shopper.Site.InScopeAsync(async services =>
    {
        var customer = await services.GetRequiredService<ICustomerManager>().FindAsync(shopper.Id);

        return (await services.GetRequiredService<AccountCodes>().IssueAsync(customer!, purpose, email ?? shopper.Email, shopper.UserId)).Secret;
    });

    /// <summary>What has to be posted for a route to do what it is for.</summary>
    public static (string Name, string Value)[] FieldsOf(string route, Shopper shopper, int revision) => route switch
    {
        "AccountLogIn.LogInPost" => [("Email", shopper.Email), ("Password", TestSite.Password)],
        "AccountPassword.SetPost" or "AccountPassword.ResetPost" => [("Password", NewPassword), ("Repeat", NewPassword)],
        "AccountPassword.ForgotPost" => [("Email", shopper.Email)],
        "AccountPassword.ChangePost" => [("CurrentPassword", TestSite.Password), ("Password", NewPassword), ("Repeat", NewPassword)],
        "AccountEmail.ChangePost" => [("CurrentPassword", TestSite.Password), ("Email", StorefrontSiteExtensions.NewEmail())],
        "AccountAttach.AttachPost" => [("CurrentPassword", TestSite.Password)],
        "AccountDetails.EditPost" => [("CustomerPart.Phone", "+354 555 0101"), ("CustomerPart.Revision", $"{revision}")],
        "AccountDetails.ClosePost" => [("CurrentPassword", TestSite.Password), ("IsSure", "true")],
        "AccountAddresses.AddPost" or "AccountAddresses.EditPost" =>
            [("Address.Country", "DE"), ("Address.ContactName", "Åse"), ("Address.Line1", "Probeweg 5"), ("Address.PostalCode", "01067"), ("Address.City", "Dresden"), ("Address.Revision", "1")],
        "AccountAddresses.Fields" => [("prefix", "Address"), ("Address.Country", "US")],
        "AccountAddresses.Choose" => [("use", "Shipping")],
        _ => [],
    };
}
