using OrchardCore.ContentManagement;
using OrchardCore.Customers.Addresses;
using OrchardCore.Infrastructure;
using OrchardCore.Settings;

namespace OrchardCore.Customers.Rules;

/// <summary>Asks all rules. One per request: what a batch was told is kept for Orchard's own validation of each item.</summary>
internal sealed class CustomerChecker(IEnumerable<ICustomerRule> rules, ISiteService siteService, ICustomerSiteSource sites, CustomerNormalizer normalizer, CustomerOrigins origins, AddressBookSettler addresses)
{
    private readonly Dictionary<ContentItem, IReadOnlyList<ResultError>> _answers = new(ReferenceEqualityComparer.Instance);

    /// <inheritdoc cref="CustomerOrigins.Remember"/>
    public ContentItem Remember(ContentItem customer) => origins.Remember(customer);

    /// <summary>Checks customers that are saved together, with at most one query for each rule and for their addresses; the answers are collected by <see cref="CheckAsync(ContentItem)"/>.</summary>
    public async Task CheckAsync(IReadOnlyList<ContentItem> customers)
    {
        var settings = await siteService.GetSettingsAsync<CustomerSettings>();

        foreach (var customer in customers)
        {
            var part = customer.GetOrCreate<CustomerPart>();
            await normalizer.NormalizeAsync(part);
            part.Apply();
        }

        await addresses.SettleAsync(customers, settings);

        var context = new CustomerRuleContext(customers, settings, await sites.ReadAsync());

        foreach (var rule in rules)
        {
            await rule.CheckAsync(context);
        }

        foreach (var customer in customers)
        {
            _answers[customer] = context.ErrorsOf(customer);

            if (_answers[customer].Count == 0)
            {
                await addresses.ConfirmAsync(customer);
            }
        }
    }

    /// <summary>What is wrong with a customer; the answer is used once, since the customer may change afterwards.</summary>
    public async Task<IReadOnlyList<ResultError>> CheckAsync(ContentItem customer)
    {
        if (!_answers.Remove(customer, out var errors))
        {
            await CheckAsync([customer]);
            _answers.Remove(customer, out errors);
        }

        return errors!;
    }
}
