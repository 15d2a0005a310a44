using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;

namespace OrchardCore.Customers.Rules;

/// <summary>References are few enough to be read, each has a key, and no two the same.</summary>
internal sealed class CustomerReferenceRule(CustomerFields fields, CustomerTextChecker texts, IStringLocalizer<CustomerReferenceRule> S) : ICustomerRule
{
    public Task CheckAsync(CustomerRuleContext context)
    {
        foreach (var customer in context.Customers)
        {
            var references = customer.GetOrCreate<CustomerPart>().References;
            var keys = new HashSet<string>(StringComparer.OrdinalIgnoreCase);

            if (references.Length > CustomerReference.MaxCount)
            {
                context.Fail(customer, CustomerFields.FullName(nameof(CustomerPart.References)), S["A customer can have at most {0} references; these are {1}.", CustomerReference.MaxCount, references.Length]);

                // What else is wrong with one of thousands helps nobody.
                continue;
            }

            for (var index = 0; index < references.Length; index++)
            {
                var (key, value) = (references[index].Key, references[index].Value);
                var keyField = FieldName(index, nameof(CustomerReference.Key));
                var valueField = FieldName(index, nameof(CustomerReference.Value));

                if (key.Length == 0)
                {
                    context.Fail(customer, keyField, S["The reference “{0}” needs a key that says what it is.", value!]);
                }
                else if (!keys.Add(key))
                {
                    context.Fail(customer, keyField, S["There is a reference with the key “{0}” already.", key]);
                }

                if (value is null)
                {
                    context.Fail(customer, valueField, S["The reference “{0}” needs a value.", key]);
                }

                texts.Check(context, customer, keyField, fields.ReferenceKey, key, CustomerReference.MaxKey);
                texts.Check(context, customer, valueField, fields.ReferenceValue, value, CustomerReference.MaxValue);
            }
        }

        return Task.CompletedTask;
    }

    /// <summary>As the form names the field of a row.</summary>
    private static string FieldName(int index, string property) => CustomerFields.FullName($"{nameof(CustomerPart.References)}[{index}].{property}");
}
