namespace OrchardCore.Customers.Sites;

/// <summary>Whether and how users act for customers at the storefront of a site.</summary>
public sealed class SiteAssistedBuying
{
    public const int MaxEntryPath = 500;

    public const int MinSessionMinutes = 5;

    /// <summary>A working day.</summary>
    public const int MaxSessionMinutes = 60;

    public const int MaxOrigins = 20;

    public bool IsEnabled { get; set; }

    /// <summary>The page of the storefront that a session opens with, from its address on: <c>/</c> or <c>/assist</c>.</summary>
    public string EntryPath { get; set; } = "/";

    /// <summary>What a user may choose to do there.</summary>
    public AssistMode[] Modes { get; set; } = [AssistMode.LookOnly, AssistMode.Cart, AssistMode.Full];

    /// <summary>After how many minutes a session ends by itself.</summary>
    public int SessionMinutes { get; set; } = 30;

    /// <summary>The origins besides the storefront's own that a session may be opened at or led to, e.g. <c>https://checkout.example.com</c>.</summary>
    public string[] AllowedOrigins { get; set; } = [];

    /// <summary>Whether the customer is mailed afterwards that somebody acted for them, with the reason.</summary>
    public bool MailsCustomer { get; set; } = true;
}

/// <summary>What a user may do for a customer at a storefront.</summary>
public enum AssistMode
{
    /// <summary>See what the customer sees, and change nothing.</summary>
    LookOnly,

    /// <summary>Fill the cart; the customer orders.</summary>
    Cart,

    /// <summary>Order, too.</summary>
    Full,
}
