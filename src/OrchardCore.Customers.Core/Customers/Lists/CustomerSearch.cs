using OrchardCore.Customers.Shared;
using OrchardCore.Customers.Shared.Sql.Search;
using Condition = System.Linq.Expressions.Expression<System.Func<OrchardCore.Customers.CustomerIndex, bool>>;

namespace OrchardCore.Customers.Lists;

/// <summary>
/// What the search box finds: customers in whose name, company, e-mail, phone or number every word of the term occurs,
/// anywhere in a word; a word of one or two letters only at the beginning of one. A phrase in quotes occurs as it is, and a
/// term behind the name of a field occurs in that field (<see cref="CustomerSearchTerms"/>). What looks like a phone number
/// also finds the number when it was typed with other spaces and brackets.
/// </summary>
internal static class CustomerSearch
{
    private const int MaxTerms = 8;

    /// <summary>From this length on a word is looked for anywhere.</summary>
    private const int MinPartialLength = 3;

    private const int MinPhoneDigits = 4;

    private const int MaxKnownLength = 100;

    /// <summary>One condition per term; none for a blank one.</summary>
    public static IEnumerable<Condition> ToPredicates(string? typed)
    {
        if (LooksLikePhone(typed, out var digits))
        {
            var folded = SearchText.Fold(typed);
            return [index => index.Words.Contains(digits) || index.Words.Contains(folded)];
        }

        return Terms(typed).Select(term => term.Field is null ? Anywhere(SearchText.Fold(term.Text), term.IsPhrase) : InField(term.Field, term.Text));
    }

    /// <summary>
    /// What an index can look up of a term: texts that whoever it finds has among the words. It finds no others when each
    /// condition is nothing but that.
    /// </summary>
    /// <returns><see langword="null"/> when there is no such text.</returns>
    public static SearchedTexts? ToTexts(string? typed)
    {
        if (LooksLikePhone(typed, out var digits))
        {
            string[] spellings = [digits, SearchText.Fold(typed)];
            return spellings.All(IsKnown) ? new SearchedTexts([spellings], IsExact: true) : null;
        }

        var (texts, isExact) = (new List<string[]>(), true);

        foreach (var term in Terms(typed))
        {
            var folded = SearchText.Fold(term.Text);
            var isWhole = term.Field is null && !folded.Contains(' ', StringComparison.Ordinal);
            string[] parts = isWhole ? [Occurring(folded, term.IsPhrase)]
                : term.Field == CustomerSearchTerms.Phone && SearchText.Digits(term.Text) is { Length: > 0 } number ? [number]
                : folded.Split(' ');
            string[] known = [.. parts.Where(IsKnown)];
            isExact &= isWhole && known.Length == parts.Length;
            texts.AddRange(known.Select(part => new[] { part }));
        }

        return texts.Count > 0 ? new SearchedTexts(texts, isExact) : null;
    }

    /// <summary>Whether an index knows a text: not when it is shorter than the pieces it is made of, and not when it is longer than anybody's name.</summary>
    private static bool IsKnown(string text) => text.Length <= MaxKnownLength && text.EnumerateRunes().Count() >= SearchedTexts.MinLength;

    private static IEnumerable<CustomerSearchTerm> Terms(string? typed) => CustomerSearchTerms.Read(typed)
        .Select(term => term with { Text = term.Text.Normalize() })
        .Where(term => SearchText.Fold(term.Text).Length > 0)
        .Distinct()
        .Take(MaxTerms);

    /// <summary>Words are kept each by itself; so what has a space in it is looked for where it can stand together.</summary>
    private static Condition Anywhere(string folded, bool isPhrase)
    {
        var text = Occurring(folded, isPhrase);

        return folded.Contains(' ', StringComparison.Ordinal)
            ? index => index.Words.Contains(folded) || index.ContactName.Contains(folded) || index.Company.Contains(folded)
            : index => index.Words.Contains(text);
    }

    /// <summary>A short word as it stands at the beginning of one.</summary>
    private static string Occurring(string folded, bool isPhrase) => folded.Length < MinPartialLength && !isPhrase ? " " + folded : folded;

    private static Condition InField(string field, string text)
    {
        var folded = SearchText.Fold(text);

        return field switch
        {
            CustomerSearchTerms.Email => InEmail(SearchText.FoldEmail(text), folded),
            CustomerSearchTerms.Phone => InPhone(SearchText.Digits(text), folded),
            CustomerSearchTerms.Number => index => index.Number.Contains(folded),
            CustomerSearchTerms.Name => index => index.ContactName.Contains(folded) || index.FirstName.Contains(folded) || index.LastName.Contains(folded),
            CustomerSearchTerms.Company => index => index.Company.Contains(folded),
            _ => InCustomId(text, folded),
        };
    }

    /// <summary>Addresses stand in their column with what LIKE takes for a wildcard; among the words there is none.</summary>
    private static Condition InEmail(string email, string folded) => index => index.Email.Contains(email) && index.Words.Contains(folded);

    private static Condition InPhone(string digits, string folded) => digits.Length == 0
        ? index => index.Phones.Contains(folded)
        : index => index.Phones.Contains(digits);

    private static Condition InCustomId(string id, string folded)
    {
        var (large, small) = (id.ToUpperInvariant(), folded);
        return index => (index.CustomId.Contains(id) || index.CustomId.Contains(large) || index.CustomId.Contains(small)) && index.Words.Contains(folded);
    }

    private static bool LooksLikePhone(string? term, out string digits)
    {
        digits = SearchText.Digits(term);

        return digits.Length >= MinPhoneDigits && term!.All(character => char.IsDigit(character) || " +()-./\u00A0".Contains(character));
    }
}
