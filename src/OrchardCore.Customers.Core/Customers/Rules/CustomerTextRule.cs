using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Shared;

namespace OrchardCore.Customers.Rules;

/// <summary>Texts fit their fields and contain only characters that can be seen, typed and stored.</summary>
internal sealed class CustomerTextRule(CustomerFields fields, CustomerTextChecker texts) : ICustomerRule
{
    public Task CheckAsync(CustomerRuleContext context)
    {
        foreach (var customer in context.Customers)
        {
            var part = customer.GetOrCreate<CustomerPart>();

            foreach (var field in fields.Texts)
            {
                texts.Check(context, customer, CustomerFields.FullName(field.Name), field.Label, field.Read(part), field.MaxLength);
            }

            texts.Check(context, customer, CustomerFields.FullName("HoldReason"), fields.HoldReason, part.Hold?.Reason, CustomerHold.MaxReason);
        }

        return Task.CompletedTask;
    }
}

/// <summary>Says of any text of a customer whether it fits and can be shown.</summary>
internal sealed class CustomerTextChecker(IStringLocalizer<CustomerTextChecker> S)
{
    /// <param name="field">The full name of the field, see <see cref="CustomerRuleContext.Fail"/>.</param>
    public void Check(CustomerRuleContext context, ContentItem customer, string field, string label, string? text, int maxLength)
    {
        if (string.IsNullOrEmpty(text))
        {
            return;
        }

        if (text.Length > maxLength)
        {
            context.Fail(customer, field, S["{0} can have at most {1} characters; this has {2}.", label, maxLength, text.Length]);
        }

        if (!VisibleText.IsShowable(text))
        {
            context.Fail(customer, field, S["{0} contains characters that can't be shown. Type it anew.", label]);
        }
    }
}
