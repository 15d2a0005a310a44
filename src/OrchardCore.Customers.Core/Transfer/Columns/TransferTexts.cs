using Microsoft.Extensions.Localization;
using OrchardCore.Customers.Shared;

namespace OrchardCore.Customers.Transfer;

/// <summary>What cells of several columns have in common: yes and no, lists, and what is said to who wrote something else.</summary>
internal sealed class TransferTexts(CustomerFields fields, IStringLocalizer<TransferTexts> S)
{
    public const string Yes = "Yes";

    public const string No = "No";

    private static readonly HashSet<string> Affirmations = new(["yes", "y", "true", "t", "1", "on", "x", "ja", "oui", "si", "sim"], StringComparer.Ordinal);

    private static readonly HashSet<string> Denials = new(["no", "n", "false", "f", "0", "off", "nein", "nee", "non", "nao"], StringComparer.Ordinal);

    public static string Answer(bool isYes) => isYes ? Yes : No;

    /// <summary>Yes or no as programs and people write it; <see langword="null"/> when it is neither.</summary>
    public bool? ReadAnswer(string text)
    {
        var folded = SearchText.Fold(text);

        return Affirmations.Contains(folded) || folded == SearchText.Fold(fields.Answer(isYes: true)) ? true
            : Denials.Contains(folded) || folded == SearchText.Fold(fields.Answer(isYes: false)) ? false
            : null;
    }

    public LocalizedString NoAnswer(string text) => S["“{0}” is neither yes nor no. Write Yes or No.", text];

    /// <summary>The texts of a cell with several of them.</summary>
    public static string[] Several(string text) => text.Split([';', ','], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    public static string Join(IEnumerable<string> texts) => string.Join("; ", texts);

    /// <summary>Adds to what is wrong what may have been meant; where nothing is near, what else helps.</summary>
    public LocalizedString Suggest(LocalizedString problem, IReadOnlyList<string> nearest, LocalizedString otherwise)
        => nearest.Count > 0 ? S["{0} Did you mean {1}?", problem.Value, string.Join(S[" or "].Value, nearest)] : S["{0} {1}", problem.Value, otherwise.Value];

    /// <summary>Programs put an apostrophe before what a spreadsheet would take for a number or a formula; no code or phone number begins with one.</summary>
    public static string WithoutApostrophe(string text) => text.TrimStart('\'', '’').TrimStart();
}
