using YesSql.Indexes;

namespace OrchardCore.Customers.Bulk;

/// <summary>Finds the page of a job's refusals that begins with a certain one.</summary>
public sealed class CustomerJobRefusalsIndex : MapIndex
{
    public string JobId { get; set; } = "";

    /// <summary>The number of the first refusal, from 0.</summary>
    public int First { get; set; }

    /// <summary>The number of the last one.</summary>
    public int Last { get; set; }
}

/// <summary>Maps the refusals of the module's collection.</summary>
public sealed class CustomerJobRefusalsIndexProvider : IndexProvider<CustomerJobRefusals>
{
    public CustomerJobRefusalsIndexProvider() => CollectionName = CustomersConstants.Collection;

    public override void Describe(DescribeContext<CustomerJobRefusals> context) => context.For<CustomerJobRefusalsIndex>().Map(refusals => new CustomerJobRefusalsIndex
    {
        JobId = refusals.JobId,
        First = refusals.First,
        Last = refusals.First + refusals.Rows.Count - 1,
    });
}
