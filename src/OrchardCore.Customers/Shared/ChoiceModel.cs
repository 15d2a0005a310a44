using OrchardCore.Customers.Shared.Lists;

namespace OrchardCore.Customers.Shared;

/// <summary>A select with its label and error, drawn by the <c>_Choice</c> partial.</summary>
/// <param name="IsCountry">Whether the other fields of the form follow it.</param>
public sealed record ChoiceModel(FieldModel Field, IReadOnlyList<ListOption> Options, bool IsCountry);
