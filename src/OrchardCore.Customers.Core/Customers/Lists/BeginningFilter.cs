using System.Linq.Expressions;
using Microsoft.Extensions.Localization;
using OrchardCore.Customers.Shared;

namespace OrchardCore.Customers.Lists;

/// <summary>A filter by how a text begins: a range of the text's index, whatever the number of customers.</summary>
internal abstract class BeginningFilter : ICustomerListFilter
{
    public abstract string Name { get; }

    public abstract LocalizedString Label { get; }

    public abstract LocalizedString Hint { get; }

    public CustomerFilterKind Kind => CustomerFilterKind.Text;

    public Task<string?> DescribeAsync(string value) => Task.FromResult(SearchText.Fold(value).Length > 0 ? value : null);

    public Task<Expression<Func<CustomerIndex, bool>>?> GetPredicateAsync(string value)
        => Task.FromResult(SearchText.Fold(value).Length > 0 ? BeginsWith(value) : null);

    /// <summary>The condition for a text that says something.</summary>
    protected abstract Expression<Func<CustomerIndex, bool>> BeginsWith(string value);
}

/// <summary>The beginnings of codes, which stand in their index as they are shown and may hold what LIKE takes for a wildcard.</summary>
internal static class CodeBeginnings
{
    /// <summary>What comes before the first wildcard, which an index finds.</summary>
    public static string Head(string code)
    {
        var wildcard = code.IndexOfAny(['%', '_', '\\']);

        return wildcard < 0 ? code : code[..wildcard];
    }

    /// <summary>The code as the beginning of a word among <see cref="CustomerIndex.Words"/>, where no wildcard is left.</summary>
    public static string Word(string code) => " " + SearchText.Fold(code);
}
