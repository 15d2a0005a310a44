using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Rules;
using OrchardCore.Infrastructure;
using YesSql;

namespace OrchardCore.Customers;

internal sealed class CustomerManager(
    ISession session,
    IContentManager contentManager,
    CustomerChecker checker,
    CustomerNumberSequence numbers,
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

        return customer is null ? null : await contentManager.LoadAsync(customer);
    }

    public async Task<Result> CreateAsync(ContentItem customer) => (await CreateAsync([customer]))[0];

    public async Task<IReadOnlyList<Result>> CreateAsync(IReadOnlyList<ContentItem> customers)
    {
        var checks = new Dictionary<ContentItem, Result>(ReferenceEqualityComparer.Instance);

        var written = await writer.WriteAsync(customers, async () =>
        {
            await CheckAsync(customers, checks);
            var accepted = customers.Where(customer => checks[customer].Succeeded).ToList();
            await NumberAsync(accepted);

            foreach (var customer in accepted)
            {
                if (!await contentManager.CreateAsync(customer, VersionOptions.Published))
                {
                    return CustomerWriter.Refused("", S["A module of this site refused to create the customer."]);
                }
            }

            return Result.Success();
        });

        return [.. customers.Select(customer => written.Succeeded ? checks[customer] : checks.TryGetValue(customer, out var check) && !check.Succeeded ? check : written)];
    }

    public Task<Result> UpdateAsync(ContentItem customer) => writer.WriteAsync([customer], async () =>
    {
        var checks = new Dictionary<ContentItem, Result>(ReferenceEqualityComparer.Instance);
        await CheckAsync([customer], checks);

        if (checks[customer].Succeeded)
        {
            // First, since the content manager saves without asking for the version.
            await session.SaveAsync(customer, checkConcurrency: true);
            await contentManager.UpdateAsync(customer);
        }

        return checks[customer];
    });

    public Task<Result> DeleteAsync(ContentItem customer) => writer.WriteAsync([], async () =>
    {
        // The content manager only marks an item as removed; its events are for the modules that keep something of it.
        if (!await contentManager.RemoveAsync(customer))
        {
            return CustomerWriter.Refused("", S["A module of this site refused to delete the customer."]);
        }

        // YesSql can't delete what it is about to update: the mark is written, which takes the item off its indexes, and
        // the document is read anew.
        await session.FlushAsync();
        session.Detach(customer);
        session.Delete(await session.GetAsync<ContentItem>(customer.Id));

        return Result.Success();
    });

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

    private async Task NumberAsync(List<ContentItem> customers)
    {
        if (customers.Count == 0)
        {
            return;
        }

        var taken = await numbers.TakeAsync(customers.Count);

        foreach (var (customer, number) in customers.Zip(taken))
        {
            customer.Alter<CustomerPart>(part => part.Number ??= number);
        }
    }
}
