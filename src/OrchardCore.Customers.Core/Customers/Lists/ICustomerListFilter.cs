using System.Linq.Expressions;
using Microsoft.Extensions.Localization;

namespace OrchardCore.Customers.Lists;

/// <summary>A filter of the customer list. Register it as a scoped service.</summary>
public interface ICustomerListFilter
{
    /// <summary>The parameter in the URL, e.g. <c>status</c>.</summary>
    string Name { get; }

    LocalizedString Label { get; }

    /// <summary>The values to choose from, besides "any".</summary>
    IReadOnlyList<CustomerFilterOption> Options { get; }

    /// <summary>The condition for one of the <see cref="Options"/>, in terms YesSql can translate.</summary>
    Expression<Func<CustomerIndex, bool>> ToPredicate(string value);
}

/// <summary>One value of a filter and what it is called.</summary>
public sealed record CustomerFilterOption(string Value, LocalizedString Label);
