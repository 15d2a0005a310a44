using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Shared;

namespace OrchardCore.Customers.Rules;

/// <summary>An id that comes with a new customer is one that other systems can use.</summary>
internal sealed class CustomerIdRule(IStringLocalizer<CustomerIdRule> S) : ICustomerRule
{
    public Task CheckAsync(CustomerRuleContext context)
    {
        foreach (var customer in context.Customers)
        {
            if (customer.GetOrCreate<CustomerPart>().CustomId is { } id && !CodeText.IsCode(id))
            {
                context.Fail(customer, CustomerFields.FullName(nameof(CustomerPart.CustomId)), S["An id has 1 to {0} letters (A to Z), digits and any of - _", CodeText.MaxLength]);
            }
        }

        return Task.CompletedTask;
    }
}
