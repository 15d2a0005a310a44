using YesSql.Indexes;

namespace OrchardCore.Customers;

/// <summary>The number of a customer who is gone, so that nobody else gets it. It holds a hash, and nothing of the customer.</summary>
public sealed class RetiredCustomerNumber
{
    /// <summary>The claim that the customer had on the number.</summary>
    public string Claim { get; set; } = "";
}

/// <summary>Keeps the claim among those of the customers.</summary>
public sealed class RetiredCustomerNumberIndexProvider : IndexProvider<RetiredCustomerNumber>
{
    public override void Describe(DescribeContext<RetiredCustomerNumber> context)
        => context.For<CustomerKeyIndex>().Map(number => new CustomerKeyIndex { Key = number.Claim });
}
