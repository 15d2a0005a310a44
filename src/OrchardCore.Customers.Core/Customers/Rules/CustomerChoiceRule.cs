using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;

namespace OrchardCore.Customers.Rules;

/// <summary>Gender and sites are of the site's lists, languages and currencies of the world's. A value that has left a list of the settings stays with those who have it.</summary>
internal sealed class CustomerChoiceRule(CustomerOrigins origins, IStringLocalizer<CustomerChoiceRule> S) : ICustomerRule
{
    public Task CheckAsync(CustomerRuleContext context)
    {
        foreach (var customer in context.Customers)
        {
            var part = customer.GetOrCreate<CustomerPart>();

            if (part.Gender is { } gender && !context.Settings.Genders.Contains(gender, StringComparer.Ordinal) && !origins.HadGender(customer, gender))
            {
                context.Fail(customer, CustomerFields.FullName(nameof(CustomerPart.Gender)), S["“{0}” is no gender of this site. Choose one of: {1}.", gender, string.Join(", ", context.Settings.Genders)]);
            }

            if (part.Language is { } language && Languages.Parse(language) is null)
            {
                context.Fail(customer, CustomerFields.FullName(nameof(CustomerPart.Language)), S["“{0}” is no language. Use a tag like de or de-AT (BCP 47).", language]);
            }

            if (part.Currency is { } currency && Currencies.Find(currency) is null)
            {
                context.Fail(customer, CustomerFields.FullName(nameof(CustomerPart.Currency)), S["“{0}” is no currency. Use a code like EUR (ISO 4217).", currency]);
            }

            CheckSite(context, customer, nameof(CustomerPart.PreferredSite), part.PreferredSite);

            foreach (var site in part.Sites)
            {
                CheckSite(context, customer, nameof(CustomerPart.Sites), site);
            }
        }

        return Task.CompletedTask;
    }

    private void CheckSite(CustomerRuleContext context, ContentItem customer, string field, string? code)
    {
        if (code is not null && context.Sites.Find(code) is not { IsActive: true } && !origins.HadSite(customer, code))
        {
            context.Fail(customer, CustomerFields.FullName(field), context.Sites.Find(code) is null
                ? S["There is no site “{0}”. Sites are named in the settings.", code]
                : S["The site “{0}” is not active. Choose another one.", context.Sites.NameOf(code)]);
        }
    }
}
