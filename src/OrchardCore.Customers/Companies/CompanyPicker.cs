using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Shared;

namespace OrchardCore.Customers.Companies;

/// <summary>
/// A field in which a company is searched and chosen by its name. Several companies may have one name; these are offered with
/// their ids behind it.
/// </summary>
public sealed class CompanyPicker(ICompanyManager manager, CompanyFinder finder, IStringLocalizer<CompanyPicker> S)
{
    private const int MaxOffered = 20;
    private const int IdLength = 26;

    /// <summary>How the companies are called in whose name the term occurs.</summary>
    public async Task<IReadOnlyList<string>> OfferAsync(string? search)
    {
        // What was chosen before is offered when it is searched for.
        var (name, id) = Split(search);
        var found = id is not null ? await manager.FindAsync([id]) : (await finder.FindAsync(new CompanyQuery { Search = name, PageSize = MaxOffered })).Companies;
        var twice = found.GroupBy(company => SearchText.Fold(company.NameOf())).Where(same => same.Count() > 1).Select(same => same.Key).ToHashSet(StringComparer.Ordinal);

        return [.. found.Select(company => id is not null || twice.Contains(SearchText.Fold(company.NameOf())) ? Join(company) : company.NameOf())];
    }

    /// <summary>What stands in the field for a company.</summary>
    public async Task<string?> ReadAsync(string? companyId)
        => string.IsNullOrEmpty(companyId) ? null : await manager.FindAsync(companyId) is not { } company ? companyId
            : (await FindAsync(company.NameOf())).Count > 1 ? Join(company) : company.NameOf();

    /// <summary>The id of the company that was typed; what names none, or several, is said beside the field.</summary>
    /// <param name="key">The full name of the field.</param>
    /// <param name="formerId">What stands in the field as long as nothing else is typed.</param>
    public async Task<string?> FindAsync(string? typed, string? formerId, string key, ModelStateDictionary modelState)
    {
        if (VisibleText.Clean(typed) is not { } text)
        {
            return null;
        }

        if (formerId is not null && text == await ReadAsync(formerId))
        {
            return formerId;
        }

        var (name, id) = Split(text);
        var found = id is not null ? await manager.FindAsync([id]) : await FindAsync(name!);

        if (found.Count != 1)
        {
            modelState.AddModelError(key, found.Count == 0
                ? S["There is no company “{0}”. Choose one of the list, or leave the field empty.", text]
                : S["Several companies are called “{0}”. Choose one of the list: {1}.", text, string.Join(", ", found.Select(Join))]);

            return formerId;
        }

        return found[0].ContentItemId;
    }

    /// <summary>The companies of exactly that name, whatever its case.</summary>
    private async Task<IReadOnlyList<ContentItem>> FindAsync(string name)
    {
        var folded = SearchText.Fold(name);

        return [.. (await finder.FindAsync(new CompanyQuery { Search = name, PageSize = MaxOffered })).Companies.Where(company => SearchText.Fold(company.NameOf()) == folded)];
    }

    private static string Join(ContentItem company) => $"{company.NameOf()} ({company.ContentItemId})";

    private static (string? Name, string? Id) Split(string? text)
        => text is not null && text.EndsWith(')') && text.Length > IdLength + 2 && text[^(IdLength + 2)] == '(' ? (text[..^(IdLength + 3)].Trim(), text[^(IdLength + 1)..^1]) : (text, null);
}

/// <summary>The field, drawn by the <c>_CompanyPicker</c> partial.</summary>
/// <param name="Offered">What is offered where there is no JavaScript.</param>
public sealed record CompanyPickerModel(FieldModel Field, IReadOnlyList<string> Offered);
