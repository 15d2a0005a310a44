using OrchardCore.Customers.Shared.Sql;
using YesSql;
using YesSql.Services;

namespace OrchardCore.Customers.Companies.Members;

/// <summary>Deletes the memberships of customers and companies that are deleted, in the session that does it.</summary>
internal sealed class MembershipEraser(ISession session, MembershipWriter writer)
{
    /// <summary>YesSql sends a batch as one command, and each statement of it looks through the parameters of all.</summary>
    private const int BatchSize = 50;

    /// <summary>The history goes with the customer, and nobody needs another default.</summary>
    public async Task EraseOfCustomerAsync(string customerId)
    {
        foreach (var membership in await session.Query<Membership, MembershipIndex>(index => index.CustomerId == customerId).NoDuplicates().ListAsync())
        {
            await writer.TellAsync(membership);
            session.Erase(membership);
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
            var successors = await FindSuccessorsAsync(companyId, batch);
            var written = await writer.RemoveAsync([.. batch.Select(membership => (membership, successors.GetValueOrDefault(membership.CustomerId)))]);
            await session.FlushAsync();

            // Else each batch would look through what all before it have written.
            session.Detach(written, CustomersConstants.Collection);
            session.Detach(successors.Values);
        }
        while (batch.Count == BatchSize);
    }

    /// <summary>The memberships that become the default of those whose default is among the batch, by their customers.</summary>
    private async Task<Dictionary<string, Membership>> FindSuccessorsAsync(string companyId, IReadOnlyList<Membership> batch)
    {
        string[] customers = [.. batch.Where(membership => membership.IsDefault).Select(membership => membership.CustomerId)];
        var others = customers.Length == 0 ? [] : await session.Query<Membership, MembershipIndex>(index => index.CustomerId.IsIn(customers) && index.CompanyId != companyId).NoDuplicates().ListAsync();

        return others.InOrder().DistinctBy(other => other.CustomerId).ToDictionary(other => other.CustomerId, StringComparer.Ordinal);
    }
}
