using OrchardCore.Customers.AssistedBuying;
using OrchardCore.Customers.Companies;
using OrchardCore.Customers.Sites;
using OrchardCore.Customers.Tests.Shared;
using OrchardCore.Customers.Tests.Sites;
using OrchardCore.Security.Permissions;
using Platform.Tests.Hosting;

namespace OrchardCore.Customers.Tests.Authorization;

/// <summary>Somebody who tries every route where staff works; for customers who are logged in to the shop, see <see cref="Visitor"/>.</summary>
internal sealed class Person(string name, string? role, SiteUser user, string? userId, bool isLimited = false) : IDisposable
{
    public string Name => name;

    public SiteUser User => user;

    public string? UserId => userId;

    public bool IsAnonymous => userId is null;

    /// <summary>
    /// The permissions of a role are those the module gives it; administrators have all, other roles none. Those on companies
    /// are for those who see all customers, that on sites for those who are limited to none.
    /// </summary>
    public bool May(Permission permission) => !(isLimited && SitesPermissions.All.Contains(permission)) && MayByRole(permission);

    private bool MayByRole(Permission permission) => role == OrchardCoreConstants.Roles.Administrator
        || (GrantedTo(role).Contains(permission.Name) && (!CompaniesPermissions.All.Contains(permission) || GrantedTo(role).Contains(CustomersPermissions.ViewAllCustomers.Name)));

    /// <summary>Whether there are customers out of this one's reach.</summary>
    public bool IsScoped => isLimited || !May(CustomersPermissions.ViewAllCustomers);

    /// <summary>Whether those are out of reach that shop at other sites, whoever manages them.</summary>
    public bool IsLimited => isLimited;

    public static async Task<IReadOnlyList<Person>> AllAsync(TestSite site) =>
    [
        new("anonymous", null, SiteUser.Anonymous(site), null),
        await WithRoleAsync(site, "somebody without any right", CustomersSite.Backstage),
        await WithRoleAsync(site, "guest", CustomersConstants.Roles.CustomerGuest),
        await WithRoleAsync(site, "somebody who may do anything with the own customers", CustomersSite.Scoped),
        await WithRoleAsync(site, "customer service", CustomersConstants.Roles.CustomerService),
        await WithRoleAsync(site, "customer manager", CustomersConstants.Roles.CustomerManager),
        await WithRoleAsync(site, "administrator", OrchardCoreConstants.Roles.Administrator),
    ];

    /// <summary>Somebody with a role who is limited to sites.</summary>
    public static async Task<Person> LimitedAsync(TestSite site, string role, params string[] codes)
    {
        var userName = await SiteUser.CreateAsync(site, role);
        await site.LimitAsync(userName, codes);

        return new($"{role} of {string.Join(", ", codes)}", role, await SiteUser.LogInAsync(site, userName), await site.UserIdAsync(userName), isLimited: true);
    }

    public void Dispose() => user.Dispose();

    private static async Task<Person> WithRoleAsync(TestSite site, string name, string role)
    {
        var userName = await SiteUser.CreateAsync(site, role);

        return new(name, role, await SiteUser.LogInAsync(site, userName), await site.UserIdAsync(userName));
    }

    private static HashSet<string> GrantedTo(string? role) => role == CustomersSite.Scoped ? [.. CustomersSite.ScopedPermissions] : [.. new CustomersPermissionsProvider().GetDefaultStereotypes()
        .Concat(new CompaniesPermissionsProvider().GetDefaultStereotypes())
        .Concat(new SitesPermissionsProvider().GetDefaultStereotypes())
        .Concat(new AssistedBuyingPermissionsProvider().GetDefaultStereotypes())
        .Where(stereotype => stereotype.Name == role)
        .SelectMany(stereotype => stereotype.Permissions)
        .Select(permission => permission.Name)];
}
