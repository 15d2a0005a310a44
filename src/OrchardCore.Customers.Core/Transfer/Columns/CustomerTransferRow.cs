using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;

namespace OrchardCore.Customers.Transfer;

/// <summary>A row of a file on its way into a customer.</summary>
/// <param name="customer">A new customer, or a saved one that the row is for.</param>
public sealed class CustomerTransferRow(ContentItem customer)
{
    /// <summary>Nobody reads more of what is wrong with one row, and a cell can have thousands of names that are all unknown.</summary>
    internal const int MaxErrors = 20;

    private readonly Dictionary<Type, object> _notes = [];
    private readonly List<CustomerTransferError> _errors = [];

    public ContentItem Customer { get; } = customer;

    /// <summary>Whether the customer is not saved yet.</summary>
    public bool IsNew => Customer.Id == 0;

    /// <summary>What is wrong with the row; a row with errors is not saved.</summary>
    public IReadOnlyList<CustomerTransferError> Errors => _errors;

    /// <summary>Whether so much is wrong with it that nothing more is told, and there is no sense in looking for it.</summary>
    internal bool IsHopeless => _errors.Count >= MaxErrors;

    /// <summary>What columns that belong together remember of this row until they complete it.</summary>
    public T Note<T>() where T : class, new()
    {
        if (!_notes.TryGetValue(typeof(T), out var note))
        {
            _notes[typeof(T)] = note = new T();
        }

        return (T)note;
    }

    /// <summary>Refuses the row.</summary>
    /// <param name="column">The name of the column it is about; <see langword="null"/> when it is about the row.</param>
    /// <param name="message">What is wrong and what to do, in the user's words.</param>
    public void Fail(string? column, LocalizedString message)
    {
        if (!IsHopeless)
        {
            _errors.Add(new CustomerTransferError(column, message.Value));
        }
    }
}

/// <summary>What is wrong with a row.</summary>
/// <param name="Column">The name of an <see cref="ICustomerTransferColumn"/>; <see langword="null"/> when it is the row as a whole.</param>
/// <param name="Message">In the user's words.</param>
public sealed record CustomerTransferError(string? Column, string Message);

/// <summary>One cell of a row.</summary>
/// <param name="Row">Where it stands.</param>
/// <param name="Column">The name of its column.</param>
/// <param name="Text">Trimmed; empty when the value is to be taken away.</param>
public sealed record CustomerTransferCell(CustomerTransferRow Row, string Column, string Text)
{
    public CustomerPart Part => Row.Customer.GetOrCreate<CustomerPart>();

    /// <inheritdoc cref="CustomerTransferRow.Fail"/>
    public void Fail(LocalizedString message) => Row.Fail(Column, message);
}
