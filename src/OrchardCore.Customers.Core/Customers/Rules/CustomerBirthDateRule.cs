using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Modules;

namespace OrchardCore.Customers.Rules;

/// <summary>Nobody was born tomorrow, as the site's calendar has it, or before 1900.</summary>
internal sealed class CustomerBirthDateRule(IClock clock, ILocalClock localClock, IStringLocalizer<CustomerBirthDateRule> S) : ICustomerRule
{
    private static readonly DateOnly Earliest = new(1900, 1, 1);

    public async Task CheckAsync(CustomerRuleContext context)
    {
        var today = DateOnly.FromDateTime((await localClock.ConvertToLocalAsync(new DateTimeOffset(clock.UtcNow, TimeSpan.Zero))).DateTime);

        foreach (var customer in context.Customers)
        {
            var born = customer.GetOrCreate<CustomerPart>().DateOfBirth;

            if (born > today)
            {
                context.Fail(customer, CustomerFields.FullName(nameof(CustomerPart.DateOfBirth)), S["The date of birth is in the future."]);
            }
            else if (born < Earliest)
            {
                context.Fail(customer, CustomerFields.FullName(nameof(CustomerPart.DateOfBirth)), S["The date of birth is before 1900."]);
            }
        }
    }
}
