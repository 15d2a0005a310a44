using System.Linq.Expressions;
using Microsoft.Extensions.Localization;

namespace OrchardCore.Customers.Lists;

/// <summary>
/// A filter of the customer list. Its value is one text in the address; a value that it does not understand narrows
/// nothing. Register it as a scoped service; filters stand in the order of their registration.
/// </summary>
public interface ICustomerListFilter
{
    /// <summary>The parameter in the address, e.g. <c>status</c>.</summary>
    string Name { get; }

    LocalizedString Label { get; }

    /// <summary>What it does, shown on hover and focus.</summary>
    LocalizedString Hint { get; }

    /// <summary>How its value is entered.</summary>
    CustomerFilterKind Kind { get; }

    /// <summary>The values of a <see cref="CustomerFilterKind.Choice"/>, besides "any".</summary>
    Task<IReadOnlyList<CustomerFilterOption>> GetOptionsAsync() => Task.FromResult<IReadOnlyList<CustomerFilterOption>>([]);

    /// <summary>What a value says to a reader, e.g. <c>Inactive</c>; <see langword="null"/> when it is not understood.</summary>
    Task<string?> DescribeAsync(string value);

    /// <summary>The condition for a value, in terms YesSql can translate; <see langword="null"/> when it is not understood.</summary>
    Task<Expression<Func<CustomerIndex, bool>>?> GetPredicateAsync(string value);
}

/// <summary>How the value of a filter is entered.</summary>
public enum CustomerFilterKind
{
    /// <summary>One of <see cref="ICustomerListFilter.GetOptionsAsync"/>.</summary>
    Choice,

    /// <summary>Whatever is typed.</summary>
    Text,

    /// <summary>A first and a last day, either of which may be missing: see <see cref="CustomerDateRange"/>.</summary>
    DateRange,
}

/// <summary>One value of a filter and what it is called.</summary>
public sealed record CustomerFilterOption(string Value, string Label);
