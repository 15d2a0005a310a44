namespace YesSql.Storage;

/// <summary>The order in which the statements of a flush are sent.</summary>
internal enum Step
{
    InsertDocuments,
    DeleteRows,
    InsertRowsAndUpdateDocuments,
    DeleteDocuments,
}

/// <summary>One statement of a flush.</summary>
/// <param name="MustChange">The document that this statement alone has to change, or another process was faster.</param>
internal sealed record Statement(Step Step, string Sql, (string Name, object Value)[] Parameters, Document MustChange = null)
{
    /// <summary>The same with parameters that no other statement in the command has.</summary>
    public Statement Numbered(int number) => this with
    {
        Sql = Sql.Replace("@", $"@s{number}_", StringComparison.Ordinal) + ";",
        Parameters = [.. Parameters.Select(parameter => ($"s{number}_{parameter.Name}", parameter.Value))],
    };
}
