using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Rules;
using YesSql;
using YesSql.Services;

namespace OrchardCore.Customers.Companies.Members;

/// <summary>Who belongs to a company is in a customer group, where the site says so. For business users, the groups' own rule says it.</summary>
internal sealed class MemberGroupRule(ISession session, MemberGroupNeed need, IStringLocalizer<MemberGroupRule> S) : ICustomerRule
{
    public async Task CheckAsync(CustomerRuleContext context)
    {
        // A customer that is not saved yet belongs to no company.
        var candidates = context.Customers.Where(customer => customer.Id != 0 && customer.GetOrCreate<CustomerPart>().Business is null).ToList();

        if (!context.Settings.BusinessNeedsGroup || candidates.Count == 0 || await need.OfThoseWithoutAsync(candidates) is not { Count: > 0 } lacking)
        {
            return;
        }

        string[] ids = [.. lacking.Select(customer => customer.ContentItemId)];
        var members = (await session.QueryIndex<MembershipIndex>(index => index.CustomerId.IsIn(ids)).ListAsync()).Select(row => row.CustomerId).ToHashSet(StringComparer.Ordinal);

        foreach (var customer in lacking.Where(customer => members.Contains(customer.ContentItemId)))
        {
            context.Fail(customer, CustomerFields.FullName(nameof(CustomerPart.Groups)), S["Who belongs to a company needs a group. Choose one."]);
        }
    }
}
