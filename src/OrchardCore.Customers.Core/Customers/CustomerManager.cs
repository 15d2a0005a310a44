using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Rules;
using OrchardCore.Environment.Shell.Scope;
using OrchardCore.Infrastructure;
using YesSql;

namespace OrchardCore.Customers;

internal sealed class CustomerManager(
    ISession session,
    IContentManager contentManager,
    CustomerChecker checker,
    CustomerBatch batch,
    CustomerWriter writer,
    IStringLocalizer<CustomerManager> S) : ICustomerManager
{
    public Task<ContentItem> NewAsync() => contentManager.NewAsync(CustomersConstants.ContentTypes.Customer);

    public async Task<ContentItem?> FindAsync(string id)
    {
        var customer = await session
            .Query<ContentItem, CustomerIndex>(index => index.ContentItemId == id)
            .NoDuplicates()
            .FirstOrDefaultAsync();

        return customer is null ? null : checker.Remember(await contentManager.LoadAsync(customer));
    }

    public async Task<Result> CreateAsync(ContentItem customer) => (await CreateAsync([customer]))[0];

    public async Task<IReadOnlyList<Result>> CreateAsync(IReadOnlyList<ContentItem> customers)
    {
        var (checks, written) = await batch.SaveAsync(customers);

        if (!written.Succeeded && customers.Count(customer => !checks.Refuse(customer)) > 1)
        {
            // What the database refused of one is no reason to refuse the others of its batch.
            foreach (var customer in customers.Where(customer => !checks.Refuse(customer)))
            {
                checks.Add(customer, await CreateAloneAsync(customer));
            }

            return [.. customers.Select(customer => checks[customer])];
        }

        return [.. customers.Select(customer => checks.Refuse(customer) ? checks[customer] : written)];
    }

    public async Task<Result> UpdateAsync(ContentItem customer)
    {
        var (checks, written) = await batch.SaveAsync([customer]);

        return checks.Refuse(customer) ? checks[customer] : written;
    }

    public async Task<Result> DeleteAsync(ContentItem customer)
    {
        // The customer's handler erases what Orchard only marks as removed.
        var written = await writer.WriteAsync(
            [],
            prepare: () => Task.FromResult(Result.Success()),
            write: async () => await contentManager.RemoveAsync(customer)
                ? Result.Success()
                : CustomerWriter.Refused("", S["A module of this site refused to delete the customer."]));

        return written.Succeeded || !await IsStoredAsync(customer) ? Result.Success() : written;
    }

    /// <summary>Tries again in a scope of its own, as if it had not been tried before.</summary>
    private static async Task<Result> CreateAloneAsync(ContentItem customer)
    {
        var result = Result.Success();
        customer.Id = 0;
        customer.Alter<CustomerPart>(part => part.Revision = 0);
        await ShellScope.UsingChildScopeAsync(async scope => result = await scope.ServiceProvider.GetRequiredService<ICustomerManager>().CreateAsync(customer));

        return result;
    }

    /// <summary>Two who delete the same customer both get what they want.</summary>
    private static async Task<bool> IsStoredAsync(ContentItem customer)
    {
        var isStored = false;
        await ShellScope.UsingChildScopeAsync(async scope => isStored = await scope.ServiceProvider.GetRequiredService<ICustomerManager>().FindAsync(customer.ContentItemId) is not null);

        return isStored;
    }
}
