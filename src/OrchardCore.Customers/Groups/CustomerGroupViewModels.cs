using OrchardCore.Customers.Shared;

namespace OrchardCore.Customers.Groups;

/// <summary>All groups with their members.</summary>
public sealed record CustomerGroupListViewModel(IReadOnlyList<CustomerGroupRow> Rows);

/// <param name="MembersUrl">The list of customers, narrowed to the group.</param>
public sealed record CustomerGroupRow(CustomerGroupName Group, string? Description, int Members, string MembersUrl, string EditUrl, ActionLink Delete);

/// <summary>The form of a group.</summary>
public class CustomerGroupViewModel
{
    public string? Code { get; set; }

    public string? Name { get; set; }

    public string? Description { get; set; }

    /// <summary>The revision the form was opened with; 0 for a new group.</summary>
    public int Revision { get; set; }
}

/// <summary>Asks what the dialog asks, where there is no JavaScript.</summary>
public sealed record CustomerGroupDeleteViewModel(Confirmation Confirmation, string CancelUrl);
