using OrchardCore.ContentManagement;
using OrchardCore.Infrastructure;

namespace OrchardCore.Customers.Groups;

/// <summary>
/// Makes, changes and deletes groups of customers. It flushes what it saves and answers with a <see cref="Result"/>: the keys
/// of its errors are names of <see cref="CustomerGroupPart"/> properties, or empty. When the database refuses, the session
/// is cancelled.
/// </summary>
public interface ICustomerGroupManager
{
    /// <summary>All groups by their names.</summary>
    Task<IReadOnlyList<ContentItem>> ListAsync();

    /// <summary>The same for lists and filters, which may lag behind for a few seconds.</summary>
    Task<IReadOnlyList<CustomerGroupName>> ListNamesAsync();

    /// <summary>The group with that content item id; <see langword="null"/> when there is none.</summary>
    Task<ContentItem?> FindAsync(string id);

    /// <summary>A group that is not saved yet.</summary>
    Task<ContentItem> NewAsync();

    /// <summary>Saves a new group.</summary>
    Task<Result> CreateAsync(ContentItem group);

    /// <summary>Saves a changed group, unless somebody else saved it since it was loaded; then the error names <see cref="CustomerGroupPart.Revision"/>.</summary>
    Task<Result> UpdateAsync(ContentItem group);

    /// <summary>Deletes a group for good. Its members stay; that they were in it shows nowhere any more.</summary>
    Task<Result> DeleteAsync(ContentItem group);
}

/// <param name="Id">The content item id.</param>
public sealed record CustomerGroupName(string Id, string Code, string Name);
