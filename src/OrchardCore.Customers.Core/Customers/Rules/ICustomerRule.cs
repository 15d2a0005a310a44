using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Infrastructure;

namespace OrchardCore.Customers.Rules;

/// <summary>
/// A rule that every customer obeys, however it is saved: by the form, Orchard's own editor, a recipe, an import or the
/// API. Register it as a scoped service; another capability or module adds its own.
/// </summary>
public interface ICustomerRule
{
    /// <summary>
    /// Checks customers that are about to be saved together and reports what is wrong by
    /// <see cref="CustomerRuleContext.Fail"/>. A rule asks the database at most once, however many there are: a query
    /// flushes the session.
    /// </summary>
    Task CheckAsync(CustomerRuleContext context);
}

/// <summary>The customers to check, and what was found wrong with them.</summary>
public sealed class CustomerRuleContext
{
    private readonly Dictionary<ContentItem, List<ResultError>> _errors = new(ReferenceEqualityComparer.Instance);

    internal CustomerRuleContext(IReadOnlyList<ContentItem> customers, CustomerSettings settings, CustomerSiteList sites)
    {
        Customers = customers;
        Settings = settings;
        Sites = sites;
    }

    /// <summary>Each has a <see cref="CustomerPart"/>, trimmed and with its contact name composed.</summary>
    public IReadOnlyList<ContentItem> Customers { get; }

    public CustomerSettings Settings { get; }

    /// <summary>The sites there are.</summary>
    public CustomerSiteList Sites { get; }

    /// <summary>Refuses a customer.</summary>
    /// <param name="customer">One of <see cref="Customers"/>.</param>
    /// <param name="field">The full name of the field beside which the message is shown, as forms use it: <see cref="CustomerFields.FullName"/>, or a merchant's <c>Customer.Nickname</c>.</param>
    /// <param name="message">What is wrong and what to do, in the user's words.</param>
    public void Fail(ContentItem customer, string field, LocalizedString message)
    {
        if (!_errors.TryGetValue(customer, out var errors))
        {
            _errors[customer] = errors = [];
        }

        errors.Add(new ResultError { Key = field, Message = message });
    }

    internal IReadOnlyList<ResultError> ErrorsOf(ContentItem customer)
        => _errors.TryGetValue(customer, out var errors) ? errors : [];
}
