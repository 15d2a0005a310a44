using OrchardCore.Customers.Shared;
using OrchardCore.Customers.Shared.Lists;

namespace OrchardCore.Customers.Companies.Members;

/// <summary>The form of a membership, drawn.</summary>
public sealed class MembershipFormModel
{
    /// <summary>What it is about: the customer's name.</summary>
    public required string Customer { get; init; }

    public required bool IsNew { get; init; }

    /// <summary>Where it is posted to.</summary>
    public required string Action { get; init; }

    /// <summary>Where it leads when nothing is saved.</summary>
    public required string LeaveUrl { get; init; }

    public required string? ReturnUrl { get; init; }

    public required string? Back { get; init; }

    public required int Revision { get; init; }

    /// <summary>The name of the company, when it can't be chosen; <see langword="null"/> when it can.</summary>
    public required string? CompanyName { get; init; }

    /// <summary><see langword="null"/> when it can't be chosen.</summary>
    public required SearchedChoiceModel? Company { get; init; }

    public required MembershipChoices Choices { get; init; }

    public required IReadOnlyList<GroupOption> Groups { get; init; }

    public required ChoiceModel ContactType { get; init; }

    /// <summary>Adds an address to the customer's book.</summary>
    public required string AddAddressUrl { get; init; }
}

/// <summary>What follows the company: its units and roles, and the addresses there are.</summary>
public sealed class MembershipChoices
{
    /// <summary>The company they are of; empty while none is chosen.</summary>
    public required string CompanyId { get; init; }

    public required SearchedChoiceModel Unit { get; init; }

    public required ChecksModel Assigned { get; init; }

    public required ChecksModel Unassigned { get; init; }

    public required ChoiceModel Billing { get; init; }

    public required ChoiceModel Shipping { get; init; }
}

public sealed record GroupOption(string Value, string Label, string Hint, bool IsChecked);

/// <summary>One of a great many, searched for on the server; drawn by the <c>_SearchedChoice</c> partial. Without a script it is a search and a select.</summary>
/// <param name="Options">What the select has: what is chosen, and what the search has found.</param>
/// <param name="LookupUrl">Answers a <c>search</c> with values and texts.</param>
public sealed record SearchedChoiceModel(FieldModel Field, IReadOnlyList<ListOption> Options, string LookupUrl)
{
    /// <summary>The name of the search that goes without a script.</summary>
    public required string SearchName { get; init; }

    public string? Search { get; init; }

    /// <summary>What the button of that search posts as <c>Redraw</c>.</summary>
    public required string Redraw { get; init; }

    /// <summary>Said when nothing was found.</summary>
    public required string Nobody { get; init; }
}
