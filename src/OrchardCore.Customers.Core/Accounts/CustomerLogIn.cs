using OrchardCore.Customers.Shared.Sql;
using OrchardCore.Modules;
using YesSql;
using YesSql.Indexes;
using YesSql.Services;

namespace OrchardCore.Customers.Accounts;

/// <summary>
/// When a customer has logged in last. It stands beside the record: to log in is no change of it, makes no history and
/// stands in nobody's way who edits it.
/// </summary>
public sealed class CustomerLogIn
{
    /// <summary>Given by the session.</summary>
    public long Id { get; set; }

    public string CustomerId { get; set; } = "";

    public DateTime Utc { get; set; }
}

/// <summary>Finds the last log-ins of customers.</summary>
public sealed class CustomerLogInIndex : MapIndex
{
    public string CustomerId { get; set; } = "";

    public DateTime Utc { get; set; }
}

/// <summary>Maps the log-ins of the module's collection.</summary>
public sealed class CustomerLogInIndexProvider : IndexProvider<CustomerLogIn>
{
    public CustomerLogInIndexProvider() => CollectionName = CustomersConstants.Collection;

    public override void Describe(DescribeContext<CustomerLogIn> context)
        => context.For<CustomerLogInIndex>().Map(logIn => new CustomerLogInIndex { CustomerId = logIn.CustomerId, Utc = logIn.Utc });
}

/// <summary>Notes log-ins, and says when the last one was.</summary>
public sealed class CustomerLogIns(ISession session, IClock clock)
{
    private const string Collection = CustomersConstants.Collection;

    /// <summary>Somebody who logs in again and again is not written down again and again.</summary>
    private static readonly TimeSpan Precision = TimeSpan.FromMinutes(1);

    /// <summary>Notes that the customer has logged in. Two at the same moment may leave two notes; the later one counts.</summary>
    public async Task NoteAsync(string customerId)
    {
        var known = (await FindAsync(customerId)).MaxBy(logIn => logIn.Utc) ?? new CustomerLogIn { CustomerId = customerId };

        if (clock.UtcNow - known.Utc > Precision)
        {
            known.Utc = clock.UtcNow;
            await session.SaveAsync(known, collection: Collection);
        }
    }

    /// <summary>The last log-ins of these customers, by their ids; those who never did are left out. One query.</summary>
    public async Task<IReadOnlyDictionary<string, DateTime>> FindLastAsync(IEnumerable<string> customerIds)
    {
        string[] ids = [.. customerIds];
        var rows = ids.Length == 0 ? [] : await session.QueryIndex<CustomerLogInIndex>(index => index.CustomerId.IsIn(ids), Collection).ListAsync();

        return rows.GroupBy(row => row.CustomerId, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Max(row => row.Utc), StringComparer.Ordinal);
    }

    internal async Task EraseAsync(string customerId)
    {
        foreach (var logIn in await FindAsync(customerId))
        {
            session.Erase(logIn, Collection);
        }
    }

    private async Task<IEnumerable<CustomerLogIn>> FindAsync(string customerId)
        => await session.Query<CustomerLogIn, CustomerLogInIndex>(index => index.CustomerId == customerId, collection: Collection).NoDuplicates().ListAsync();
}
