using OrchardCore.Customers.Shared.Lists;

namespace OrchardCore.Customers.Shared;

/// <summary>A select with its label, hint and error, drawn by the <c>_Choice</c> partial.</summary>
/// <param name="Options">In their order; an empty value stands for none.</param>
public sealed record ChoiceModel(FieldModel Field, IReadOnlyList<ListOption> Options)
{
    /// <summary>Whether the other fields of the form follow it.</summary>
    public bool IsCountry { get; init; }
}
