namespace OrchardCore.Customers.Lists;

/// <summary>Which customers a list shows, and which page of them.</summary>
public sealed record CustomerQuery
{
    /// <summary>The numbers of rows a page may have.</summary>
    public static readonly IReadOnlyList<int> PageSizes = [10, 20, 50, 100];

    /// <summary>The number of rows a page has unless somebody asks for another.</summary>
    public const int DefaultPageSize = 20;

    /// <summary>Words that all have to occur, see <see cref="CustomerSearch"/>.</summary>
    public string? Search { get; init; }

    /// <summary>Values by the name of their <see cref="ICustomerListFilter"/>.</summary>
    public IReadOnlyDictionary<string, string> Filters { get; init; } = new Dictionary<string, string>();

    public CustomerSort Sort { get; init; }

    public bool Descending { get; init; }

    /// <summary>One of <see cref="PageSizes"/>.</summary>
    public int PageSize { get; init; } = DefaultPageSize;

    public CustomerPosition Position { get; init; } = CustomerPosition.First;

    /// <summary>How many pages so many customers fill.</summary>
    internal int Pages(int total) => Math.Max(1, (total + PageSize - 1) / PageSize);
}

/// <summary>What lists can be sorted by. Each has a database index of its own; there are no others.</summary>
public enum CustomerSort
{
    ContactName,
    FirstName,
    LastName,
    Number,
    Company,
    PreferredSite,
    Status,
    Created,
}

/// <summary>
/// Where in the list a page begins. Pages are numbered as far as <see cref="MaxNumberedRows"/>; beyond, a page is the
/// rows after or before a customer, which costs the same everywhere.
/// </summary>
public abstract record CustomerPosition
{
    /// <summary>How far pages are numbered, and totals counted.</summary>
    public const int MaxNumberedRows = 10_000;

    public static readonly CustomerPosition First = new Numbered(1);

    public static readonly CustomerPosition Last = new Ending();

    private CustomerPosition()
    {
    }

    /// <summary>A page by its number, from 1.</summary>
    public sealed record Numbered(int Page) : CustomerPosition;

    /// <summary>The rows that follow the customer with this content item id.</summary>
    public sealed record After(string Id) : CustomerPosition;

    /// <summary>The rows that precede the customer with this content item id.</summary>
    public sealed record Before(string Id) : CustomerPosition;

    private sealed record Ending : CustomerPosition;
}
