using System.Text.RegularExpressions;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Shared;

namespace OrchardCore.Customers.Rules;

/// <summary>E-mail addresses and phone numbers look like such; whether they reach anybody is not asked.</summary>
internal sealed partial class CustomerContactRule(IStringLocalizer<CustomerContactRule> S) : ICustomerRule
{
    /// <summary>RFC 5321, 4.5.3.1.1.</summary>
    private const int MaxLocalPart = 64;

    public Task CheckAsync(CustomerRuleContext context)
    {
        foreach (var customer in context.Customers)
        {
            var part = customer.GetOrCreate<CustomerPart>();

            if (part.Email is not null && !IsEmail(part.Email))
            {
                context.Fail(customer, CustomerFields.FullName(nameof(CustomerPart.Email)), S["This is no e-mail address. It looks like name@example.com."]);
            }

            CheckPhone(context, customer, nameof(CustomerPart.Phone), part.Phone);
            CheckPhone(context, customer, nameof(CustomerPart.SecondPhone), part.SecondPhone);
        }

        return Task.CompletedTask;
    }

    private void CheckPhone(CustomerRuleContext context, ContentItem customer, string field, string? phone)
    {
        if (phone is not null && PhoneNumber.Parse(phone) is null)
        {
            context.Fail(customer, CustomerFields.FullName(field), S["This is no phone number. Use 3 to 15 digits, with +, spaces, brackets and dashes as you like."]);
        }
    }

    private static bool IsEmail(string email) => Email().IsMatch(email) && email.IndexOf('@', StringComparison.Ordinal) <= MaxLocalPart;

    /// <summary>The WHATWG's valid e-mail address, with letters of any script (RFC 6531) and a dot in the domain.</summary>
    [GeneratedRegex(@"^[\p{L}\p{M}\p{N}.!#$%&'*+/=?^_`{|}~-]+@(?:[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?\.)+[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?\z", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Email();
}
