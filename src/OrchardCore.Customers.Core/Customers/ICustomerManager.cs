using OrchardCore.ContentManagement;
using OrchardCore.Infrastructure;

namespace OrchardCore.Customers;

/// <summary>
/// Makes, changes and deletes customers. All ways lead through it (pages, API, recipes, imports), and it holds the
/// rules. It flushes what it saves and answers with a <see cref="Result"/>: the keys of its errors are full names of
/// fields (<see cref="CustomerFields.FullName"/>, or a merchant's <c>Customer.Nickname</c>), or empty. What a rule refuses
/// leaves the session as it is; when the database or another module refuses, the session is cancelled and nothing that it
/// was given in this scope is saved.
/// </summary>
public interface ICustomerManager
{
    /// <summary>A customer that is not saved yet.</summary>
    Task<ContentItem> NewAsync();

    /// <summary>The customer with that content item id; <see langword="null"/> when there is none.</summary>
    Task<ContentItem?> FindAsync(string id);

    /// <summary>Saves a new customer and gives it a number.</summary>
    Task<Result> CreateAsync(ContentItem customer);

    /// <summary>
    /// Saves new customers together, with one look-up per rule instead of one per customer. Those that are refused are left
    /// out, the others are saved: when it is the database that refuses, each in a scope of its own.
    /// </summary>
    /// <returns>One result per customer, in their order.</returns>
    Task<IReadOnlyList<Result>> CreateAsync(IReadOnlyList<ContentItem> customers);

    /// <summary>
    /// Saves a changed customer, unless somebody else saved it since it was loaded. Then the key of the error names
    /// <see cref="CustomerPart.Revision"/>.
    /// </summary>
    Task<Result> UpdateAsync(ContentItem customer);

    /// <summary>
    /// Deletes a customer for good, with all its versions. Its e-mail address is free again, its number is not. A customer
    /// who is gone already is deleted.
    /// </summary>
    Task<Result> DeleteAsync(ContentItem customer);
}
