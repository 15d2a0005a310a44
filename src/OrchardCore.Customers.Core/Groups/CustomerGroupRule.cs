using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Rules;

namespace OrchardCore.Customers.Groups;

/// <summary>A customer who buys for a business is in a group, where the site says so.</summary>
internal sealed class CustomerGroupRule(ICustomerGroupManager groups, IStringLocalizer<CustomerGroupRule> S) : ICustomerRule
{
    public async Task CheckAsync(CustomerRuleContext context)
    {
        var businesses = context.Customers.Where(customer => customer.GetOrCreate<CustomerPart>().Business is not null).ToList();

        if (!context.Settings.BusinessNeedsGroup || businesses.Count == 0)
        {
            return;
        }

        var ids = (await groups.ListAsync()).Select(group => group.ContentItemId).ToHashSet(StringComparer.Ordinal);

        foreach (var customer in businesses.Where(customer => !customer.GetOrCreate<CustomerPart>().Groups.Any(ids.Contains)))
        {
            context.Fail(customer, CustomerFields.FullName(nameof(CustomerPart.Groups)), ids.Count > 0
                ? S["A business user needs a group. Choose one."]
                : S["A business user needs a group, and there is none yet. Make one under Customers › Customer groups, or change the customer settings."]);
        }
    }
}
