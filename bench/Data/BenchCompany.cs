using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Companies;
using OrchardCore.Customers.Companies.Members;
using YesSql;

namespace OrchardCore.Customers.Bench.Data;

/// <summary>A company that so many of a site's customers belong to, each with both of its roles.</summary>
/// <param name="Member">The content item id of one of them, from the middle.</param>
internal sealed record BenchCompany(string Id, string Member)
{
    /// <summary>YesSql sends a batch as one command, and each statement of it looks through the parameters of all.</summary>
    private const int BatchSize = 50;

    /// <summary>Makes it through the module's manager; the memberships through YesSql, since each attaching would look at all rules.</summary>
    /// <param name="isDefault">Whether the customers buy for it by default; a customer has one such company.</param>
    public static async Task<BenchCompany> LoadAsync(BenchSite site, string name, int members, bool isDefault)
    {
        var membership = await MakeAsync(site, name);
        var customers = await site.InScopeAsync(async services =>
            (await services.GetRequiredService<ISession>().QueryIndex<CustomerIndex>().OrderBy(index => index.ContactName).Take(members).ListAsync()).Select(row => row.ContentItemId).ToList());

        foreach (var batch in customers.Chunk(BatchSize))
        {
            await site.InScopeAsync(async services =>
            {
                var session = services.GetRequiredService<ISession>();

                foreach (var customer in batch)
                {
                    var copy = membership.Copy();
                    (copy.CustomerId, copy.IsDefault) = (customer, isDefault);
                    await session.SaveAsync(copy);
                }

                return batch.Length;
            });
        }

        return customers.Count == members
            ? new(membership.CompanyId, customers[members / 2])
            : throw new InvalidOperationException($"There are {customers.Count} customers for {members} members.");
    }

    private static Task<Membership> MakeAsync(BenchSite site, string name) => site.InScopeAsync(async services =>
    {
        var manager = services.GetRequiredService<ICompanyManager>();
        var company = await manager.NewAsync();
        company.Alter<CompanyPart>(part => (part.Name, part.Status) = (name, CompanyStatus.Approved));

        if (!(await manager.CreateAsync(company)).Succeeded)
        {
            throw new InvalidOperationException("The manager refused a made-up company.");
        }

        var roles = await services.GetRequiredService<ICompanyRoleManager>().FindAllAsync(company.ContentItemId);

        return new Membership
        {
            CompanyId = company.ContentItemId,
            UnitId = company.GetOrCreate<CompanyPart>().HeadquartersId!,
            RoleIds = [.. roles.Select(role => role.RoleId)],
            Group = ApprovalGroup.Buyer,
            SinceUtc = CustomerData.CreatedUtc(1),
            Revision = 1,
        };
    });
}
