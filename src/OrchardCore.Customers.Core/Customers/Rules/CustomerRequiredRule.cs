using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;

namespace OrchardCore.Customers.Rules;

/// <summary>The contact name and the fields that the site requires are filled.</summary>
internal sealed class CustomerRequiredRule(CustomerFields fields, IStringLocalizer<CustomerRequiredRule> S) : ICustomerRule
{
    public Task CheckAsync(CustomerRuleContext context)
    {
        foreach (var customer in context.Customers)
        {
            var part = customer.GetOrCreate<CustomerPart>();

            if (part.ContactName is null)
            {
                context.Fail(customer, CustomerFields.FullName(nameof(CustomerPart.ContactName)), S["Enter a contact name, or a first or last name to compose it from."]);
            }

            foreach (var field in CustomerSettings.RequirableFields.Where(context.Settings.IsRequired).Where(field => IsEmpty(part, field)))
            {
                context.Fail(customer, CustomerFields.FullName(field), S["{0} is required.", fields.Label(field)]);
            }
        }

        return Task.CompletedTask;
    }

    private bool IsEmpty(CustomerPart part, string field) => field switch
    {
        nameof(CustomerPart.DateOfBirth) => part.DateOfBirth is null,
        _ => fields.Texts.Concat(fields.Choices).Single(text => text.Name == field).Read(part) is null,
    };
}
