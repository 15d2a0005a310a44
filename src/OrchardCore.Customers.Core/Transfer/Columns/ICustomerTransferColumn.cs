using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Security.Permissions;

namespace OrchardCore.Customers.Transfer;

/// <summary>
/// A column of the files that customers come from and go to. Register it as a scoped service; a column that is known only
/// when the site runs comes by <see cref="ICustomerTransferColumnSource"/>. What <see cref="ReadAsync"/> says of a customer,
/// <see cref="WriteAsync"/> takes back without changing anything.
/// </summary>
public interface ICustomerTransferColumn
{
    /// <summary>The heading in files, e.g. <c>Email</c>: the same in every language, and once among all columns whatever its case.</summary>
    string Name { get; }

    /// <summary>What users know it as.</summary>
    LocalizedString Label { get; }

    /// <summary>What may stand in it: the format, the codes, what an empty cell means.</summary>
    LocalizedString Hint { get; }

    /// <summary>A value that could stand in the template; empty when an empty cell is the best example.</summary>
    string Example { get; }

    /// <summary>Columns stand in ascending order; the module's own have 10, 20, 30 ...</summary>
    int Order { get; }

    /// <summary>Headings of other programs that mean the same, compared without regard to case, spaces and punctuation.</summary>
    IReadOnlyList<string> OtherNames => [];

    /// <summary>The full name of the form field that it fills (<see cref="CustomerFields.FullName"/>), for the errors of rules; <see langword="null"/> when it fills none.</summary>
    string? Field => null;

    /// <summary>Whether it can be imported; what the module alone writes is exported only.</summary>
    bool IsForImport => true;

    /// <summary>Whether it can be exported; secrets, and other ways to say what a column says already, are imported only.</summary>
    bool IsForExport => true;

    /// <summary>What a user who may import needs besides, to import it; <see langword="null"/> for nothing.</summary>
    Permission? ImportPermission => null;

    /// <summary>What a user who may export needs besides, to export it; <see langword="null"/> for nothing.</summary>
    Permission? ExportPermission => null;

    /// <summary>
    /// Whether <see cref="ReadAsync"/> needs nothing of a customer but what was saved. When all columns of a file say so, an export
    /// does not have Orchard's handlers load the customers before, which takes as long as to read them.
    /// </summary>
    bool ReadsSaved => false;

    /// <summary>The codes that can stand in it, where there is a list of them.</summary>
    IReadOnlyList<string> Codes => [];

    /// <summary>What files say of customers: asked once for a batch, so a query costs the same for a row and for a thousand.</summary>
    /// <returns>One text per customer, in their order; <see langword="null"/> or empty when there is nothing to say.</returns>
    Task<IReadOnlyList<string?>> ReadAsync(IReadOnlyList<ContentItem> customers);

    /// <summary>
    /// Writes cells into the customers of their rows, which are saved later. What can't be understood is refused by
    /// <see cref="CustomerTransferCell.Fail"/>; what the rules of customers check is left to them. Another part than
    /// <see cref="CustomerPart"/> is to be applied by who changes it.
    /// </summary>
    /// <param name="cells">One per row that has something to write; all of one batch, so that what is looked up is looked up once.</param>
    Task WriteAsync(IReadOnlyList<CustomerTransferCell> cells);

    /// <summary>Ends a batch, when all columns have written: for what follows from several columns together.</summary>
    Task CompleteAsync(IReadOnlyList<CustomerTransferRow> rows) => Task.CompletedTask;
}

/// <summary>Columns that are known only when the site runs, such as those of the merchant's own fields. Register it as a scoped service.</summary>
public interface ICustomerTransferColumnSource
{
    /// <summary>The columns there are now.</summary>
    Task<IReadOnlyList<ICustomerTransferColumn>> GetColumnsAsync();
}
