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
    CustomerIdentity identity,
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
        var checks = new Dictionary<ContentItem, Result>(ReferenceEqualityComparer.Instance);
        List<ContentItem> accepted = [];
        identity.Trust(customers);

        var written = await writer.WriteAsync(
            customers,
            prepare: async () =>
            {
                await CheckAsync(customers, checks);
                accepted = [.. customers.Where(customer => checks[customer].Succeeded)];
                await identity.GiveAsync(accepted);

                return accepted.Count > 0 ? Result.Success() : Result.Failed();
            },
            write: async () =>
            {
                foreach (var customer in accepted)
                {
                    if (!await contentManager.CreateAsync(customer, VersionOptions.Published))
                    {
                        return CustomerWriter.Refused("", S["A module of this site refused to create the customer."]);
                    }
                }

                return Result.Success();
            });

        if (!written.Succeeded && accepted.Count > 1)
        {
            // What the database refused of one is no reason to refuse the others of its batch.
            foreach (var customer in accepted)
            {
                checks[customer] = await CreateAloneAsync(customer);
            }

            return [.. customers.Select(customer => checks[customer])];
        }

        return [.. customers.Select(customer => checks.TryGetValue(customer, out var check) && !check.Succeeded ? check : written)];
    }

    public async Task<Result> UpdateAsync(ContentItem customer)
    {
        var checks = new Dictionary<ContentItem, Result>(ReferenceEqualityComparer.Instance);
        identity.Trust([customer]);

        return await writer.WriteAsync(
            [customer],
            prepare: async () =>
            {
                var part = customer.GetOrCreate<CustomerPart>();
                await identity.KeepAsync(part);
                part.Apply();
                await CheckAsync([customer], checks);

                return checks[customer];
            },
            write: async () =>
            {
                // First, since the content manager saves without asking for the version.
                await session.SaveAsync(customer, checkConcurrency: true);
                await contentManager.UpdateAsync(customer);

                return Result.Success();
            });
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

    /// <summary>
    /// Asks our rules for all customers together, then Orchard's validation for each: it asks our rules again, which know
    /// the answer by then, and those of the merchant's fields and of other modules.
    /// </summary>
    private async Task CheckAsync(IReadOnlyList<ContentItem> customers, Dictionary<ContentItem, Result> checks)
    {
        await checker.CheckAsync(customers);

        foreach (var customer in customers)
        {
            var validation = await contentManager.ValidateAsync(customer);

            checks[customer] = validation.Succeeded
                ? Result.Success()
                : Result.Failed([.. validation.Errors.Select(error => new ResultError
                {
                    Key = error.MemberNames.FirstOrDefault() ?? "",
                    Message = new LocalizedString(error.ErrorMessage!, error.ErrorMessage!),
                })]);
        }
    }
}
