using OrchardCore.Customers.Tests.Shared;
using OrchardCore.Customers.Tests.Accounts.Storefront;
using Platform.Tests.Hosting;

namespace OrchardCore.Customers.Tests.Authorization;

/// <summary>Somebody who tries the pages of customers.</summary>
/// <param name="IsLoggedIn">Whether the site knows who it is.</param>
internal sealed record Visitor(string Name, SiteUser User, bool IsLoggedIn, bool IsCustomer) : IDisposable
{
    /// <summary>All of them; the customer is this one.</summary>
    public static async Task<IReadOnlyList<Visitor>> AllAsync(TestSite site, Shopper customer) =>
    [
        new("anonymous", SiteUser.Anonymous(site), IsLoggedIn: false, IsCustomer: false),
        new("staff", await SiteUser.WithRolesAsync(site, CustomersConstants.Roles.CustomerManager), IsLoggedIn: true, IsCustomer: false),
        new("administrator", await SiteUser.AdminAsync(site), IsLoggedIn: true, IsCustomer: false),
        new("somebody with the role and without a record", await SiteUser.WithRolesAsync(site, CustomersConstants.Roles.Customer), IsLoggedIn: true, IsCustomer: false),
        new("customer", await customer.LogInAsync(), IsLoggedIn: true, IsCustomer: true),
    ];

    public void Dispose() => User.Dispose();
}
