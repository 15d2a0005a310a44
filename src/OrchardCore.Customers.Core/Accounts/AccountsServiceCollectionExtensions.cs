using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Accounts.Mails;
using OrchardCore.Customers.Rules;
using OrchardCore.Data;

namespace OrchardCore.Customers.Accounts;

/// <summary>For hosts and tests that want accounts without pages; the feature's own startup calls it.</summary>
public static class AccountsServiceCollectionExtensions
{
    /// <summary>Adds the customers' accounts: codes, mails and what is done with them.</summary>
    public static IServiceCollection AddCustomerAccounts(this IServiceCollection services)
    {
        services.AddContentPart<CustomerPart>().AddHandler<CustomerAccountHandler>();
        services.AddIndexProvider<AccountCodeIndexProvider>();
        services.AddIndexProvider<OutboxMailIndexProvider>();
        services.AddIndexProvider<CustomerLogInIndexProvider>();

        services.AddScoped<ICustomerAccountManager, CustomerAccountManager>();
        services.AddScoped<ICustomerInviter, CustomerInviter>();
        services.AddScoped<ICustomerRule, CustomerAccountRule>();
        services.AddScoped<AccountAddress>();
        services.AddScoped<AccountCleaner>();
        services.AddScoped<AccountCodes>();
        services.AddScoped<AccountMails>();
        services.AddScoped<AccountStore>();
        services.AddScoped<AccountTexts>();
        services.AddScoped<AccountUsers>();
        services.AddScoped<CustomerLogIns>();

        services.AddScoped<CustomerMailTexts>();
        services.AddScoped<CustomerMailWriter>();
        services.AddScoped<Outbox>();
        services.AddScoped<OutboxSender>();
        services.AddScoped<OutboxStep>();
        services.AddScoped<PasswordRequests>();

        return services;
    }
}
