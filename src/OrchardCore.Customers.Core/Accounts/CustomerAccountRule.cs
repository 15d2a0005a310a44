using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Rules;
using OrchardCore.Users.Indexes;
using YesSql;
using YesSql.Services;

namespace OrchardCore.Customers.Accounts;

/// <summary>A customer who has an account needs an address, and one that no other user of the site has: it is what they log in with.</summary>
internal sealed class CustomerAccountRule(ISession session, ILookupNormalizer normalizer, IStringLocalizer<CustomerAccountRule> S) : ICustomerRule
{
    private static readonly string Field = CustomerFields.FullName(nameof(CustomerPart.Email));

    public async Task CheckAsync(CustomerRuleContext context)
    {
        var owners = context.Customers.Where(customer => !string.IsNullOrEmpty(customer.GetOrCreate<CustomerPart>().AccountId)).ToList();
        var emails = owners.Select(EmailOf).Where(email => email.Length > 0).Distinct(StringComparer.Ordinal).ToArray();
        var users = emails.Length == 0 ? [] : await session.QueryIndex<UserIndex>(index => index.NormalizedEmail.IsIn(emails)).ListAsync();
        var holders = users.ToLookup(user => user.NormalizedEmail, user => user.UserId, StringComparer.Ordinal);

        foreach (var customer in owners)
        {
            var (email, account) = (EmailOf(customer), customer.GetOrCreate<CustomerPart>().AccountId);

            if (email.Length == 0)
            {
                context.Fail(customer, Field, S["This customer has an account, and logs in with the e-mail address."]);
            }
            else if (holders[email].Any(holder => holder != account))
            {
                context.Fail(customer, Field, S["A user of this site has this e-mail address already. This customer's account can't have it, too."]);
            }
        }
    }

    private string EmailOf(ContentItem customer) => normalizer.NormalizeEmail(customer.GetOrCreate<CustomerPart>().Email) ?? "";
}
