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
        List<ContentItem> accepted = [];

        var written = await writer.WriteAsync(
            customers,
            prepare: async () =>
            {
                await CheckAsync(customers, checks);
                accepted = [.. customers.Where(customer => checks[customer].Succeeded)];
                await NumberAsync(accepted);

                return accepted.Count > 0 ? Result.Success() : Result.Failed();
            },
            write: async () => await AllAsync(accepted, customer => contentManager.CreateAsync(customer, VersionOptions.Published))
                ? Result.Success()
                : CustomerWriter.Refused("", S["A module of this site refused to create the customer."]));

        var results = new List<Result>(customers.Count);

        foreach (var customer in customers)
        {
            var check = checks.GetValueOrDefault(customer, written);

            // What the database refused of one is no reason to refuse the others of its batch.
            results.Add(check.Succeeded && !written.Succeeded ? accepted.Count > 1 ? await CreateAloneAsync(customer) : written : check);
        }

        return results;
    }

    public async Task<Result> UpdateAsync(ContentItem customer)
    {
        var checks = new Dictionary<ContentItem, Result>(ReferenceEqualityComparer.Instance);

        return await writer.WriteAsync(
            [customer],
            prepare: async () =>
            {
                var part = customer.GetOrCreate<CustomerPart>();
                await numbers.KeepAsync(part);
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

    private static async Task<bool> AllAsync(List<ContentItem> customers, Func<ContentItem, Task<bool>> act)
    {
        foreach (var customer in customers)
        {
            if (!await act(customer))
            {
                return false;
            }
        }

        return true;
    }

    private static async Task<Result> CreateAloneAsync(ContentItem customer)
    {
        var result = Result.Success();
        customer.Id = 0;
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

    /// <summary>Customers of an import bring theirs.</summary>
    private async Task NumberAsync(IEnumerable<ContentItem> customers)
    {
        var unnumbered = customers.Where(customer => customer.GetOrCreate<CustomerPart>().Number is null).ToList();

        if (unnumbered.Count == 0)
        {
            return;
        }

        foreach (var (customer, number) in unnumbered.Zip(await numbers.TakeAsync(unnumbered.Count)))
        {
            customer.Alter<CustomerPart>(part => part.Number = number);
        }
    }
}
