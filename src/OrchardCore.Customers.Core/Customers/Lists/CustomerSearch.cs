using System.Linq.Expressions;
using OrchardCore.Customers.Shared;

namespace OrchardCore.Customers.Lists;

/// <summary>
/// What the search box finds: customers in whose name, company, e-mail, phone or number every word of the term occurs,
/// anywhere in a word; a word of one or two letters only at the beginning of one. A term that looks like a phone
/// number also finds the number when it was typed with other spaces and brackets.
/// </summary>
internal static class CustomerSearch
{
    private const int MaxWords = 8;

    /// <summary>From this length on a word is looked for anywhere.</summary>
    private const int MinPartialLength = 3;

    private const int MinPhoneDigits = 4;

    /// <summary>One condition per word; none for a blank term.</summary>
    public static IEnumerable<Expression<Func<CustomerIndex, bool>>> ToPredicates(string? term)
    {
        if (LooksLikePhone(term, out var digits))
        {
            var typed = SearchText.Fold(term);
            return [index => index.Words.Contains(digits) || index.Words.Contains(typed)];
        }

        return SearchText.Fold(term)
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Distinct(StringComparer.Ordinal)
            .Take(MaxWords)
            .Select(ToPredicate);
    }

    private static Expression<Func<CustomerIndex, bool>> ToPredicate(string word)
    {
        var text = word.Length < MinPartialLength ? " " + word : word;
        return index => index.Words.Contains(text);
    }

    private static bool LooksLikePhone(string? term, out string digits)
    {
        digits = SearchText.Digits(term);

        return digits.Length >= MinPhoneDigits && term!.All(character => char.IsDigit(character) || " +()-./\u00A0".Contains(character));
    }
}
