using YesSql.Indexes;

namespace OrchardCore.Customers.Accounts;

/// <summary>Finds codes: by their hash, those of a customer, those that can be redeemed.</summary>
public sealed class AccountCodeIndex : MapIndex
{
    /// <summary>Unique: a customer has one code for each purpose.</summary>
    public string Key { get; set; } = "";

    /// <summary>Unique.</summary>
    public string Hash { get; set; } = "";

    public string CustomerId { get; set; } = "";

    /// <summary>The name of an <see cref="AccountCodePurpose"/>.</summary>
    public string Purpose { get; set; } = "";

    public bool IsOpen { get; set; }

    public DateTime CreatedUtc { get; set; }
}

/// <summary>Maps the codes of the module's collection.</summary>
public sealed class AccountCodeIndexProvider : IndexProvider<AccountCode>
{
    public AccountCodeIndexProvider() => CollectionName = CustomersConstants.Collection;

    public override void Describe(DescribeContext<AccountCode> context) => context.For<AccountCodeIndex>().Map(code => new AccountCodeIndex
    {
        Key = KeyOf(code.CustomerId, code.Purpose),
        Hash = code.Hash,
        CustomerId = code.CustomerId,
        Purpose = code.Purpose.ToString(),
        IsOpen = code.State == AccountCodeState.Open,
        CreatedUtc = code.CreatedUtc,
    });

    internal static string KeyOf(string customerId, AccountCodePurpose purpose) => $"{purpose}:{customerId}";
}
