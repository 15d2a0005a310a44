using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Customers.Companies;
using OrchardCore.Customers.Companies.Members;
using OrchardCore.Customers.Tests.Shared;
using OrchardCore.Infrastructure;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.Companies.Members;

/// <summary>A company that may order, to attach customers to.</summary>
/// <param name="Headquarters">The unit on top.</param>
/// <param name="Unit">A unit below it.</param>
/// <param name="Default">The default role.</param>
/// <param name="Other">A role that is not the default.</param>
internal sealed record TestCompany(string Id, string Headquarters, string Unit, string Default, string Other);

/// <summary>What tests do with members of companies, each in a scope of its own, as requests would.</summary>
internal static class MembersSiteExtensions
{
    public static async Task<TestCompany> AddTestCompanyAsync(this TestSite site, string name = "Tékassi ehf")
    {
        var id = await site.AddCompanyAsync(part => (part.Name, part.Status) = (name, CompanyStatus.Approved));
        var headquarters = (await site.ReadCompanyAsync(id))!.HeadquartersId!;
        var unit = await site.AddUnitAsync(id, headquarters, "Branch");
        var roles = await site.RolesAsync(manager => manager.FindAllAsync(id));

        return new(id, headquarters, unit, roles.Single(role => role.IsDefault).RoleId, roles.First(role => !role.IsDefault).RoleId);
    }

    /// <summary>A role of the company with these permissions.</summary>
    /// <returns>Its id.</returns>
    public static async Task<string> AddRoleAsync(this TestSite site, string companyId, string name, string[] permissions, params CompanyRoleLimit[] limits)
    {
        var (result, id) = await site.RolesAsync(async manager =>
        {
            var role = manager.New(companyId);
            (role.Name, role.Permissions, role.Limits) = (name, permissions, limits);

            return (await manager.CreateAsync(role), role.RoleId);
        });
        Assert.True(result.Succeeded, result.Errors.FirstOrDefault()?.Message.Value);

        return id;
    }

    public static CompanyRoleLimit Limit(string permission, long amount, string currency = "EUR") => new() { Permission = permission, Amount = amount, Currency = currency };

    public static Task<T> MembersAsync<T>(this TestSite site, Func<IMembershipManager, Task<T>> act) => site.InScopeAsync(services => act(services.GetRequiredService<IMembershipManager>()));

    public static Task<Result> AttachAsync(this TestSite site, string customerId, TestCompany company, Action<Membership>? change = null) => site.MembersAsync(manager =>
    {
        var membership = new Membership { CustomerId = customerId, CompanyId = company.Id, UnitId = company.Headquarters, RoleIds = [company.Default], Group = ApprovalGroup.Buyer };
        change?.Invoke(membership);

        return manager.AttachAsync(membership);
    });

    /// <summary>Makes a customer, who has to be accepted as a member.</summary>
    /// <returns>Its content item id.</returns>
    public static async Task<string> AddMemberAsync(this TestSite site, TestCompany company, Action<Membership>? change = null, string? name = null)
    {
        var customer = await site.AddAsync(name ?? "Member " + Guid.NewGuid().ToString("N"));
        (await site.AttachAsync(customer, company, change)).Accepted();

        return customer;
    }

    public static Task<Membership?> MembershipAsync(this TestSite site, string customerId, TestCompany company) => site.MembersAsync(manager => manager.FindAsync(customerId, company.Id));

    public static Task<IReadOnlyList<Membership>> MembershipsAsync(this TestSite site, string customerId) => site.MembersAsync(manager => manager.FindOfCustomerAsync(customerId, 0, 100));

    public static Task<Result> ChangeAsync(this TestSite site, string customerId, TestCompany company, Action<Membership> change) => site.MembersAsync(async manager =>
    {
        var membership = (await manager.FindAsync(customerId, company.Id))!;
        change(membership);

        return await manager.UpdateAsync(membership);
    });

    public static void Accepted(this Result result) => Assert.True(result.Succeeded, string.Join(' ', result.Errors.Select(error => $"{error.Key}: {error.Message.Value}")));

    public static Task<Result> DeleteCompanyAsync(this TestSite site, string id) => site.WithCompanyAsync(id, (manager, company) => manager.DeleteAsync(company));
}
