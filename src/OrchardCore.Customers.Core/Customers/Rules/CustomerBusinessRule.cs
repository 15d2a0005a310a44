using OrchardCore.ContentManagement;

namespace OrchardCore.Customers.Rules;

/// <summary>What is said of a business fits its fields; its address is checked with the others.</summary>
internal sealed class CustomerBusinessRule(CustomerFields fields, CustomerTextChecker texts) : ICustomerRule
{
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
        }

        return Task.CompletedTask;
    }

    private static string FieldName(string property) => CustomerFields.FullName($"{nameof(CustomerPart.Business)}.{property}");
}
