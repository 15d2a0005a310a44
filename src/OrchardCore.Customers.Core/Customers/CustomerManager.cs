using System.Data.Common;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Rules;
using OrchardCore.Environment.Shell.Scope;
using OrchardCore.Infrastructure;
using YesSql;
using YesSql.Services;

namespace OrchardCore.Customers;

internal sealed class CustomerManager(
    ISession session,
    IContentManager contentManager,
    CustomerChecker checker,
    CustomerNumberSequence numbers,
    CustomerFields fields,
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
        var results = new Result[customers.Count];
        await checker.CheckAsync(customers);

        for (var index = 0; index < customers.Count; index++)
        {
            results[index] = await ValidateAsync(customers[index]);
        }

        var accepted = customers.Where((_, index) => results[index].Succeeded).ToList();
        await NumberAsync(accepted);

        var refusal = await SaveAsync(accepted, async () =>
        {
            foreach (var customer in accepted)
            {
                if (!await contentManager.CreateAsync(customer, VersionOptions.Published))
                {
                    return Failed("", S["A module of this site refused to create the customer."]);
                }
            }

            return Result.Success();
        });

        return [.. results.Select(result => result.Succeeded ? refusal : result)];
    }

    public async Task<Result> UpdateAsync(ContentItem customer)
    {
        var valid = await ValidateAsync(customer);

        return !valid.Succeeded ? valid : await SaveAsync([customer], async () =>
        {
            // First, since the content manager saves without asking for the version.
            await session.SaveAsync(customer, checkConcurrency: true);
            await contentManager.UpdateAsync(customer);

            return Result.Success();
        });
    }

    public Task<Result> DeleteAsync(ContentItem customer) => SaveAsync([], async () =>
    {
        // The content manager only marks an item as removed; its events are for the modules that keep something of it.
        if (!await contentManager.RemoveAsync(customer))
        {
            return Failed("", S["A module of this site refused to delete the customer."]);
        }

        // YesSql can't delete what it is about to update: the mark is written, which takes the item off its indexes, and
        // the document is read anew.
        await session.FlushAsync();
        session.Detach(customer);
        session.Delete(await session.GetAsync<ContentItem>(customer.Id));

        return Result.Success();
    });

    private async Task<Result> ValidateAsync(ContentItem customer)
    {
        var validation = await contentManager.ValidateAsync(customer);

        return validation.Succeeded
            ? Result.Success()
            : Result.Failed([.. validation.Errors.Select(error => new ResultError
            {
                Key = error.MemberNames.FirstOrDefault() ?? "",
                Message = new LocalizedString(error.ErrorMessage!, error.ErrorMessage!),
            })]);
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

    /// <summary>Saves and flushes, and turns what the database refuses into an answer. After that the session is of no more use.</summary>
    private async Task<Result> SaveAsync(IReadOnlyList<ContentItem> customers, Func<Task<Result>> save)
    {
        try
        {
            var result = await save();

            if (result.Succeeded)
            {
                await session.FlushAsync();
            }
            else
            {
                await session.CancelAsync();
            }

            return result;
        }
        catch (ConcurrencyException)
        {
            await session.CancelAsync();

            return Failed(nameof(CustomerPart.Revision), S["Somebody else saved this customer meanwhile."]);
        }
        catch (DbException) when (customers.Count > 0)
        {
            await session.CancelAsync();

            if (await FindTakenAsync(customers) is { } taken)
            {
                return taken;
            }

            throw;
        }
    }

    /// <summary>
    /// Which key was taken meanwhile? The databases report a violation each in its own words, so we look who has it now.
    /// </summary>
    private async Task<Result?> FindTakenAsync(IReadOnlyList<ContentItem> customers)
    {
        var owners = customers
            .SelectMany(customer => customer.GetOrCreate<CustomerPart>().Claims, (customer, claim) => (claim, customer.ContentItemId))
            .ToLookup(pair => pair.claim, pair => pair.ContentItemId, StringComparer.Ordinal);
        var keys = owners.Select(owner => owner.Key).ToArray();
        string? taken = null;

        await ShellScope.UsingChildScopeAsync(async scope =>
        {
            var stored = await scope.ServiceProvider.GetRequiredService<ISession>()
                .QueryIndex<CustomerKeyIndex>(index => index.Key.IsIn(keys))
                .ListAsync();
            taken = stored.FirstOrDefault(row => !owners[row.Key].Contains(row.ContentItemId))?.Key;
        });

        if (taken is null)
        {
            return null;
        }

        var field = CustomerClaims.FieldOf(taken);

        return Failed(field, S["Another customer with the same value was saved a moment ago: {0}.", fields.Label(field)]);
    }

    private static Result Failed(string key, LocalizedString message) => Result.Failed([new ResultError { Key = key, Message = message }]);
}
