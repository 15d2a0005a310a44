using OrchardCore.ContentManagement;
using OrchardCore.Customers.Addresses;

namespace OrchardCore.Customers.Rules;

/// <summary>What is said of a business fits its fields.</summary>
internal sealed class CustomerBusinessRule(CustomerFields fields, CustomerTextChecker texts) : ICustomerRule
{
    private const int MaxText = 255;

    public Task CheckAsync(CustomerRuleContext context)
    {
        foreach (var customer in context.Customers)
        {
            if (customer.GetOrCreate<CustomerPart>().Business is not { } business)
            {
                continue;
            }

            texts.Check(context, customer, FieldName(nameof(business.Name)), fields.BusinessName, business.Name, CustomerBusiness.MaxName);
            texts.Check(context, customer, FieldName(nameof(business.TaxNumber)), fields.TaxNumber, business.TaxNumber, CustomerBusiness.MaxNumber);
            texts.Check(context, customer, FieldName(nameof(business.RegistrationNumber)), fields.RegistrationNumber, business.RegistrationNumber, CustomerBusiness.MaxNumber);

            if (business.Address is { } address)
            {
                CheckAddress(context, customer, address);
            }
        }

        return Task.CompletedTask;
    }

    private void CheckAddress(CustomerRuleContext context, ContentItem customer, PostalAddress address)
    {
        (string Name, string? Text, int MaxLength)[] lines =
        [
            (nameof(address.Line1), address.Line1, MaxText),
            (nameof(address.Line2), address.Line2, MaxText),
            (nameof(address.Line3), address.Line3, MaxText),
            (nameof(address.City), address.City, 100),
            (nameof(address.PostalCode), address.PostalCode, 20),
            (nameof(address.Country), address.Country, 2),
            (nameof(address.Subdivision), address.Subdivision, 100),
        ];

        foreach (var (name, text, maxLength) in lines)
        {
            texts.Check(context, customer, FieldName($"{nameof(CustomerBusiness.Address)}.{name}"), fields.BusinessAddress, text, maxLength);
        }
    }

    private static string FieldName(string property) => CustomerFields.FullName($"{nameof(CustomerPart.Business)}.{property}");
}
