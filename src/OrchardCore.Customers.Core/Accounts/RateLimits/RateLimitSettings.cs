namespace OrchardCore.Customers.Accounts.RateLimits;

/// <summary>How often something may be tried within an hour.</summary>
public sealed class RateLimitSettings
{
    /// <summary>The largest number the settings page takes.</summary>
    public const int MaxPerAccount = 100;

    /// <inheritdoc cref="MaxPerAccount"/>
    public const int MaxPerNetworkAddress = 100_000;

    /// <summary>For one account, e.g. mails to one address.</summary>
    public int PerAccount { get; set; } = 5;

    /// <summary>From one address of the network. Where a whole company goes through one, it may have to be more.</summary>
    public int PerNetworkAddress { get; set; } = 20;
}
