using Microsoft.Extensions.Localization;
using OrchardCore.Customers.Transfer.Import;

namespace OrchardCore.Customers.Transfer.Mapping;

/// <summary>Says what the columns of a file mean (<see cref="ImportRun.Columns"/>), and what is wrong with what somebody says they mean.</summary>
internal sealed class ColumnMapper(IStringLocalizer<ColumnMapper> S)
{
    /// <summary>One of these tells which customer a row is about: by name, or by what customers are matched by.</summary>
    private static readonly string[] Naming = ["Contact Name", "First Name", "Last Name", TextColumns.Email, IdentityColumns.Number, IdentityColumns.CustomId];

    /// <summary>
    /// What headings mean: by the names of columns, by what users call them, and by what other programs do. Where several
    /// mean the same, the nearest name counts, then the first of them; the others are not imported.
    /// </summary>
    /// <param name="headings">Those of the file, in their order.</param>
    /// <param name="columns">What the user may import.</param>
    public static string?[] Suggest(IReadOnlyList<string> headings, IReadOnlyList<ICustomerTransferColumn> columns)
    {
        var meanings = Meanings(columns);
        var found = headings
            .Select((heading, index) => (Index: index, Meaning: meanings.GetValueOrDefault(Headings.Fold(heading))))
            .Where(pair => pair.Meaning is not null)
            .GroupBy(pair => pair.Meaning!.Column, StringComparer.Ordinal);
        var targets = new string?[headings.Count];

        foreach (var same in found)
        {
            targets[same.MinBy(pair => pair.Meaning!.Rank).Index] = same.Key;
        }

        return targets;
    }

    /// <summary>What keeps a file from being imported so, in the user's words.</summary>
    /// <param name="targets">For each heading the name of a column, or <see langword="null"/>.</param>
    public IReadOnlyList<LocalizedString> Check(IReadOnlyList<string> headings, IReadOnlyList<string?> targets, IReadOnlyList<ICustomerTransferColumn> columns)
    {
        var known = columns.Where(column => column.IsForImport).Select(column => column.Name).Append(RowCommands.Column).ToHashSet(StringComparer.Ordinal);
        var chosen = targets.OfType<string>().ToList();

        if (targets.Count != headings.Count || chosen.Exists(name => !known.Contains(name)))
        {
            return [S["Choose again what the columns of the file mean: some of them have changed."]];
        }

        var problems = targets
            .Select((target, index) => (Target: target, Heading: headings[index]))
            .Where(pair => pair.Target is not null)
            .GroupBy(pair => pair.Target!, pair => pair.Heading, StringComparer.Ordinal)
            .Where(same => same.Skip(1).Any())
            .Select(same => S["“{0}” are all to be imported as {1}. Leave out all of them but one.", string.Join("”, “", same), same.Key])
            .ToList();

        if (chosen.All(name => name == RowCommands.Column))
        {
            problems.Add(S["Say of at least one column what it means; nothing would be imported."]);
        }
        else if (!chosen.Exists(Naming.Contains))
        {
            problems.Add(S["No column tells which customer a row is about. Say which has the names, e-mail addresses, numbers or ids of the customers."]);
        }

        return problems;
    }

    private static Dictionary<string, Meaning> Meanings(IReadOnlyList<ICustomerTransferColumn> columns)
    {
        var meanings = new Dictionary<string, Meaning>(StringComparer.Ordinal);
        var all = columns.Where(column => column.IsForImport).SelectMany(
            column => column.OtherNames.Prepend(column.Label.Value).Prepend(column.Name).Select((name, rank) => (Name: Headings.Fold(name), Rank: rank)),
            (column, name) => (name.Name, Meaning: new Meaning(column.Name, name.Rank)));

        foreach (var (name, meaning) in all.Append((Headings.Fold(RowCommands.Column), new(RowCommands.Column, Rank: 0))).Where(pair => pair.Item1.Length > 0 && !Headings.IsError(pair.Item1)))
        {
            if (!meanings.TryGetValue(name, out var other) || meaning.Rank < other.Rank)
            {
                meanings[name] = meaning;
            }
        }

        return meanings;
    }

    /// <param name="Rank">0 for the name of the column itself, then ever farther from it.</param>
    private sealed record Meaning(string Column, int Rank);
}
