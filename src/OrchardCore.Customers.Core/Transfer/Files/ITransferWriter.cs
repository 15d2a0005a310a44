namespace OrchardCore.Customers.Transfer.Files;

/// <summary>
/// Writes rows into a file. What it was given stands in its target whenever a method returns, so that whoever writes step by
/// step commits whole rows. Texts leave guarded (<see cref="SpreadsheetText.Guard"/>).
/// </summary>
internal interface ITransferWriter : IAsyncDisposable
{
    /// <summary>Begins the file. Whoever goes on with one that was begun does without.</summary>
    Task WriteHeaderAsync(IReadOnlyList<string> names, CancellationToken cancellationToken = default);

    /// <summary>Writes rows.</summary>
    /// <param name="rows">Each with a text per column; <see langword="null"/> where there is none.</param>
    Task WriteAsync(IReadOnlyList<string?[]> rows, CancellationToken cancellationToken = default);

    /// <summary>Ends the file.</summary>
    Task CompleteAsync(CancellationToken cancellationToken = default);
}
