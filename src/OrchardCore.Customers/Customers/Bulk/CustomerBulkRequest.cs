namespace OrchardCore.Customers.Bulk;

/// <summary>What the list and the page that asks post.</summary>
public sealed class CustomerBulkRequest
{
    /// <summary>The name of an <see cref="ICustomerBulkAction"/>.</summary>
    public string? Action { get; set; }

    /// <summary>The content item ids that were ticked.</summary>
    public string[]? Ids { get; set; }

    /// <summary>Whether it is for all that the list matches instead.</summary>
    public bool All { get; set; }

    /// <summary>The query string of the list.</summary>
    public string? List { get; set; }

    /// <summary>What was said with the action.</summary>
    public string? Value { get; set; }

    /// <summary>The id of the job to be; made by the page that asks.</summary>
    public string? Job { get; set; }
}
