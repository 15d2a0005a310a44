using OrchardCore.Customers.Shared;

namespace OrchardCore.Customers.Accounts;

/// <summary>What the customer may change of the record. What is not on a theme's page is not changed by it.</summary>
public sealed class DetailsInput
{
    public string? Title { get; set; }

    public string? FirstName { get; set; }

    public string? MiddleName { get; set; }

    public string? LastName { get; set; }

    public string? Suffix { get; set; }

    public string? ContactName { get; set; }

    public string? Company { get; set; }

    public string? Phone { get; set; }

    public string? SecondPhone { get; set; }

    public string? DateOfBirth { get; set; }

    public string? Gender { get; set; }

    public string? Language { get; set; }

    /// <summary>The channels that the customer wants to be notified through; an empty one says that the page asked.</summary>
    public string?[]? Consents { get; set; }

    /// <summary>The revision the form was opened with.</summary>
    public int Revision { get; set; }
}

/// <summary>The form: its fields in their order, with what was typed.</summary>
public sealed record DetailsFormModel(IReadOnlyList<DetailsField> Fields, ChecksModel Consents, int Revision)
{
    /// <summary>What is stored now beside what was typed, when somebody else saved the record meanwhile.</summary>
    public IReadOnlyList<EditDifference>? Conflict { get; init; }
}

/// <param name="Choice"><see langword="null"/> for a text.</param>
public sealed record DetailsField(FieldModel Input, ChoiceModel? Choice = null);

/// <summary>What the record says.</summary>
/// <param name="Facts">Labels and values; what is not known is left out.</param>
/// <param name="IsOnHold">Whether the customer may look and not order.</param>
public sealed record DetailsModel(string Name, IReadOnlyList<CustomerFact> Facts, bool IsOnHold);
