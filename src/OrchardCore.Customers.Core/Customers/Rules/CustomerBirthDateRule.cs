using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Modules;

namespace OrchardCore.Customers.Rules;

/// <summary>Nobody was born tomorrow, or before 1900.</summary>
internal sealed class CustomerBirthDateRule(IClock clock, IStringLocalizer<CustomerBirthDateRule> S) : ICustomerRule
{
    private static readonly DateOnly Earliest = new(1900, 1, 1);

    public Task CheckAsync(CustomerRuleContext context)
    {
        // Somewhere on earth it is already the next day: the eastern-most zone is 14 hours ahead.
        var latest = DateOnly.FromDateTime(clock.UtcNow.AddHours(14));

        foreach (var customer in context.Customers)
        {
            var born = customer.GetOrCreate<CustomerPart>().DateOfBirth;

            if (born > latest)
            {
                context.Fail(customer, nameof(CustomerPart.DateOfBirth), S["The date of birth is in the future."]);
            }
            else if (born < Earliest)
            {
                context.Fail(customer, nameof(CustomerPart.DateOfBirth), S["The date of birth is before 1900."]);
            }
        }

        return Task.CompletedTask;
    }
}
