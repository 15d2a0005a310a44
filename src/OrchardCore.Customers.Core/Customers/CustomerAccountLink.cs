using OrchardCore.ContentManagement;
using OrchardCore.Customers.History;

namespace OrchardCore.Customers;

/// <summary>
/// The one way to give a customer an account or to take it away. Whoever else saves a customer saves the account that is
/// stored, whatever the form, import or API call says: it decides who may act as the customer.
/// </summary>
public sealed class CustomerAccountLink(CustomerHistory history)
{
    private readonly Dictionary<string, string?> _changes = new(StringComparer.Ordinal);

    /// <summary>Has the customer get this account with the next save in this scope.</summary>
    /// <param name="userId">The id of the user; <see langword="null"/> for none.</param>
    public void Change(ContentItem customer, string? userId)
    {
        _changes[customer.ContentItemId] = userId;
        customer.Alter<CustomerPart>(part => part.AccountId = userId);
    }

    internal bool IsChanging(string customerId) => _changes.ContainsKey(customerId);

    internal async Task KeepAsync(CustomerPart part)
    {
        var id = part.ContentItem.ContentItemId;

        part.AccountId = _changes.TryGetValue(id, out var userId) ? userId : await history.FindFormerAsync(id, nameof(CustomerPart.AccountId));
    }
}
