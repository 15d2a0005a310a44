using System.Globalization;
using System.Text;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;

namespace OrchardCore.Customers.Rules;

/// <summary>Texts fit their fields and contain only characters that can be seen, typed and stored.</summary>
internal sealed class CustomerTextRule(CustomerFields fields, IStringLocalizer<CustomerTextRule> S) : ICustomerRule
{
    public Task CheckAsync(CustomerRuleContext context)
    {
        foreach (var customer in context.Customers)
        {
            var part = customer.GetOrCreate<CustomerPart>();

            foreach (var field in fields.Texts)
            {
                Check(context, customer, field, field.Read(part));
            }
        }

        return Task.CompletedTask;
    }

    private void Check(CustomerRuleContext context, ContentItem customer, CustomerTextField field, string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return;
        }

        if (text.Length > field.MaxLength)
        {
            context.Fail(customer, CustomerFields.FullName(field.Name), S["{0} can have at most {1} characters; this has {2}.", field.Label, field.MaxLength, text.Length]);
        }

        if (!IsPlain(text))
        {
            context.Fail(customer, CustomerFields.FullName(field.Name), S["{0} contains characters that can't be shown. Type it anew.", field.Label]);
        }
    }

    /// <summary>Whether everything in a text can be seen, typed and stored.</summary>
    internal static bool IsPlain(string text) => !text.EnumerateRunes().Any(IsForbidden) && !HasLoneSurrogate(text);

    /// <summary>
    /// Control characters, and those that silently reorder the text around them (Unicode UAX #9, embeddings, overrides
    /// and isolates). Joiners and direction marks stay: Persian and Indic names need them.
    /// </summary>
    private static bool IsForbidden(Rune rune)
        => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
            || rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);

    private static bool HasLoneSurrogate(string text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            if (Rune.TryGetRuneAt(text, index, out var rune))
            {
                index += rune.Utf16SequenceLength - 1;
            }
            else
            {
                return true;
            }
        }

        return false;
    }
}
