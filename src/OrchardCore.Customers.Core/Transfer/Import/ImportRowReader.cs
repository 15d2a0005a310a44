using Microsoft.Extensions.Localization;
using OrchardCore.Customers.Transfer.Files;

namespace OrchardCore.Customers.Transfer.Import;

/// <summary>Reads a row of the file as the mapping of its columns says.</summary>
internal sealed class ImportRowReader(IStringLocalizer<ImportRowReader> S)
{
    public ImportRow Read(CsvRow source, ImportRun run)
    {
        var row = new ImportRow(source);

        if (source.Problem is not null)
        {
            row.Fail(column: null, source.Problem);

            return row;
        }

        for (var index = 0; index < run.Columns.Length && index < source.Cells.Count; index++)
        {
            if (run.Columns[index] is not { } column)
            {
                continue;
            }

            var text = source.Cells[index].Trim();

            if (column == RowCommands.Column)
            {
                ReadCommand(row, text);
            }
            else
            {
                row.Values[column] = text;
            }
        }

        if (row.Command == RowCommand.Ignore || (!row.IsDecided && row.Values.Values.All(text => text.Length == 0)))
        {
            row.Decide(ImportOutcome.Skipped);
        }

        return row;
    }

    private void ReadCommand(ImportRow row, string text)
    {
        if (text.Length == 0)
        {
            return;
        }

        if (Enum.GetNames<RowCommand>().FirstOrDefault(name => name.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } name && Enum.Parse<RowCommand>(name) is var command and not RowCommand.None)
        {
            row.Command = command;
        }
        else
        {
            row.Fail(RowCommands.Column, S["{0} is no command. Write NEW, UPDATE, DELETE or IGNORE, or leave the cell empty.", text]);
        }
    }
}
