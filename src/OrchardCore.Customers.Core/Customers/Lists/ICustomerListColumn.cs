using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;

namespace OrchardCore.Customers.Lists;

/// <summary>A column of the customer list. Register it as a scoped service; columns stand in the order of their registration.</summary>
public interface ICustomerListColumn
{
    /// <summary>The technical name, e.g. <c>company</c>.</summary>
    string Name { get; }

    LocalizedString Heading { get; }

    /// <summary>What a click on the heading sorts by; <see langword="null"/> when the list can't be sorted by it.</summary>
    CustomerSort? Sort { get; }

    /// <summary>
    /// What stands in the cell, from the item alone: no query. A <see cref="string"/>, a <see cref="DateTime"/> (UTC, shown
    /// in the site's zone), a <see cref="CustomerStatus"/> or <see langword="null"/>.
    /// </summary>
    object? GetValue(ContentItem customer);
}
