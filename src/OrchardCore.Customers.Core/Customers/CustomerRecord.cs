using OrchardCore.Customers.Addresses;

namespace OrchardCore.Customers;

/// <summary>Keeps a customer from ordering while something is cleared up.</summary>
public sealed class CustomerHold
{
    /// <summary>The longest reason.</summary>
    public const int MaxReason = 255;

    /// <summary>At most 255 characters.</summary>
    public string? Reason { get; set; }

    /// <summary>When the hold ends by itself, in UTC; <see langword="null"/> when it has to be released.</summary>
    public DateTime? UntilUtc { get; set; }

    /// <summary>Whether it holds at that moment.</summary>
    public bool IsInForce(DateTime utc) => UntilUtc is null || utc < UntilUtc;
}

/// <summary>Whether a customer wants to be notified through a channel, and how that is known.</summary>
public sealed class CustomerConsent
{
    /// <summary>One of the channels in the settings, e.g. <c>email</c>.</summary>
    public string Channel { get; set; } = "";

    /// <summary>Given, or withdrawn.</summary>
    public bool IsGiven { get; set; }

    /// <summary>When the customer said so.</summary>
    public DateTime Utc { get; set; }

    /// <summary>Where the customer said so, e.g. <c>Admin: kim</c>; at most 255 characters.</summary>
    public string? Source { get; set; }

    /// <summary>The text the customer agreed to, as it was then.</summary>
    public string? Wording { get; set; }
}

/// <summary>The business a customer buys for.</summary>
public sealed class CustomerBusiness
{
    /// <summary>The longest name.</summary>
    public const int MaxName = 255;

    /// <summary>The longest tax or registration number.</summary>
    public const int MaxNumber = 50;

    /// <summary>At most 255 characters.</summary>
    public string? Name { get; set; }

    /// <summary>A tax number such as a VAT identification number; at most 50 characters.</summary>
    public string? TaxNumber { get; set; }

    /// <summary>The number in a commercial register; at most 50 characters.</summary>
    public string? RegistrationNumber { get; set; }

    /// <summary>Shown wherever an address of the customer is shown.</summary>
    public PostalAddress? Address { get; set; }
}

/// <summary>What another system calls the customer, e.g. <c>erp</c>: <c>K-1002</c>.</summary>
public sealed class CustomerReference
{
    /// <summary>How many a customer may have.</summary>
    public const int MaxCount = 50;

    /// <summary>The longest key.</summary>
    public const int MaxKey = 66;

    /// <summary>The longest value.</summary>
    public const int MaxValue = 255;

    /// <summary>At most 66 characters, each key once, whatever its case.</summary>
    public string Key { get; set; } = "";

    /// <summary>At most 255 characters.</summary>
    public string? Value { get; set; }
}
