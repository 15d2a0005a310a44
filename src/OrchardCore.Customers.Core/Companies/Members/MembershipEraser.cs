using YesSql;

namespace OrchardCore.Customers.Companies.Members;

/// <summary>Deletes the memberships of customers and companies that are deleted, in the session that does it.</summary>
internal sealed class MembershipEraser(ISession session, IMembershipManager memberships, MembershipWriter writer, IEnumerable<IMembershipDependent> dependents)
{
    private const int BatchSize = 200;

    /// <summary>The history goes with the customer, and nobody needs another default.</summary>
    public async Task EraseOfCustomerAsync(string customerId)
    {
        foreach (var membership in await session.Query<Membership, MembershipIndex>(index => index.CustomerId == customerId).NoDuplicates().ListAsync())
        {
            foreach (var dependent in dependents)
            {
                await dependent.DetachingAsync(membership.Copy());
            }

            session.Delete(membership);
        }

        await session.FlushAsync();
    }

    /// <summary>The people of a company stay as customers; who bought for it by default, buys for the next one.</summary>
    public async Task EraseOfCompanyAsync(string companyId)
    {
        IReadOnlyList<Membership> batch;

        do
        {
            batch = [.. await session.Query<Membership, MembershipIndex>(index => index.CompanyId == companyId).Take(BatchSize).NoDuplicates().ListAsync()];
            var others = await memberships.FindOfCustomersAsync([.. batch.Where(membership => membership.IsDefault).Select(membership => membership.CustomerId)]);

            foreach (var membership in batch)
            {
                var next = others.FirstOrDefault(other => other.CustomerId == membership.CustomerId && other.CompanyId != companyId);
                await writer.RemoveAsync(membership, next is null ? null : await session.GetAsync<Membership>(next.Id));
            }

            await session.FlushAsync();
        }
        while (batch.Count == BatchSize);
    }
}
