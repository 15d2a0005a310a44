using OrchardCore.ContentManagement;
using OrchardCore.Infrastructure;
using OrchardCore.Security.Permissions;

namespace OrchardCore.Customers.Transfer.Import;

/// <summary>What is done after an import, customer by customer as the journal names them.</summary>
internal interface IImportFollowUp
{
    ImportPhase Phase { get; }

    /// <summary>Asked for before it is done.</summary>
    Permission Permission { get; }

    /// <summary>Where it is told of customers that were left as they are.</summary>
    ImportLogKind Left { get; }

    /// <summary>Whether it begins with the last row.</summary>
    bool IsBackward { get; }

    /// <summary>Whether it has anything to do with a row; the others are passed over.</summary>
    bool IsFor(ImportLogRow row);

    /// <summary>Looks up once what is asked of all rows of a step, before the first is done.</summary>
    Task PrepareAsync(IReadOnlyList<ImportLogRow> rows) => Task.CompletedTask;

    /// <summary>Does it in the session that the customer was read in.</summary>
    /// <param name="customer"><see langword="null"/> when there is no such customer (any more) for the user.</param>
    /// <returns>The customer as it is then, and a refusal when it was left as it is.</returns>
    Task<(Result Result, ContentItem? Customer)> ApplyAsync(ImportLogRow row, ContentItem? customer);
}
