using System.Text.RegularExpressions;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;

namespace OrchardCore.Customers.Rules;

/// <summary>A number that comes with a customer, by an import or Orchard's own ways, looks like one that a pattern makes.</summary>
internal sealed partial class CustomerNumberRule(IStringLocalizer<CustomerNumberRule> S) : ICustomerRule
{
    public Task CheckAsync(CustomerRuleContext context)
    {
        foreach (var customer in context.Customers)
        {
            if (customer.GetOrCreate<CustomerPart>().Number is { } number && (number.Length > CustomerNumberPattern.MaxNumberLength || !Form().IsMatch(number)))
            {
                context.Fail(customer, CustomerFields.FullName(nameof(CustomerPart.Number)), S["A customer number has at most {0} letters (A to Z), digits and any of - _ . /", CustomerNumberPattern.MaxNumberLength]);
            }
        }

        return Task.CompletedTask;
    }

    [GeneratedRegex(@"^[A-Za-z0-9._/-]+\z", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
