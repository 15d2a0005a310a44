using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Rules;
using OrchardCore.Infrastructure;
using YesSql;

namespace OrchardCore.Customers;

/// <summary>
/// Checks customers together, with one look-up per rule, and saves those that pass together: new ones and changed ones. All
/// saving of customers by the module ends here.
/// </summary>
internal sealed class CustomerBatch(
    ISession session,
    IContentManager contentManager,
    CustomerChecker checker,
    CustomerIdentity identity,
    CustomerWriter writer,
    IStringLocalizer<CustomerManager> S)
{
    /// <summary>
    /// How many changed customers are flushed together. YesSql sends a flush as one command, and each statement of it looks
    /// through the parameters of all: what a flush costs grows with its square.
    /// </summary>
    private const int FlushSize = 5;

    /// <summary>How many new customers are written together; a module that queries while one is saved has the session flush them.</summary>
    private const int InsertSize = 25;

    /// <summary>
    /// Asks our rules for all customers together, then Orchard's validation for each: it asks our rules again, which know
    /// the answer by then, and those of the merchant's fields and of other modules.
    /// </summary>
    public async Task<CustomerChecks> CheckAsync(IReadOnlyList<ContentItem> customers)
    {
        var checks = new CustomerChecks();
        identity.Trust(customers);

        foreach (var customer in customers.Where(customer => customer.Id != 0))
        {
            var part = customer.GetOrCreate<CustomerPart>();
            await identity.KeepAsync(part);
            part.Apply();
        }

        await checker.CheckAsync(customers);

        foreach (var customer in customers)
        {
            var validation = await contentManager.ValidateAsync(customer);

            checks.Add(customer, validation.Succeeded
                ? Result.Success()
                : Result.Failed([.. validation.Errors.Select(error => new ResultError
                {
                    Key = error.MemberNames.FirstOrDefault() ?? "",
                    Message = new LocalizedString(error.ErrorMessage!, error.ErrorMessage!),
                })]));
        }

        return checks;
    }

    /// <summary>Checks customers and saves those that pass; when the database or another module refuses one, the session is cancelled and none is saved.</summary>
    /// <param name="isWorthSaving">Whether a customer that passed, written as the rules want it by then, has anything to save; without it all have.</param>
    /// <param name="alongside">What else is saved in the same flush, once it is known which pass; <see langword="null"/> when nothing is, and then nothing is written where none pass.</param>
    public async Task<(CustomerChecks Checks, Result Written)> SaveAsync(IReadOnlyList<ContentItem> customers, Func<ContentItem, bool>? isWorthSaving = null, Func<CustomerChecks, Task>? alongside = null)
    {
        var checks = new CustomerChecks();
        List<ContentItem> accepted = [];

        var written = await writer.WriteAsync(
            customers,
            prepare: async () =>
            {
                checks = await CheckAsync(customers);
                accepted = [.. customers.Where(customer => checks[customer].Succeeded && isWorthSaving?.Invoke(customer) != false)];
                await identity.GiveAsync([.. accepted.Where(customer => customer.Id == 0)]);

                return accepted.Count > 0 || alongside is not null ? Result.Success() : Result.Failed();
            },
            write: async () =>
            {
                foreach (var few in Portions(accepted))
                {
                    var areNew = few[0].Id == 0;

                    foreach (var customer in few)
                    {
                        if (!await TrySaveAsync(customer))
                        {
                            return CustomerWriter.Refused("", S["A module of this site refused to create the customer."]);
                        }
                    }

                    if (accepted.Count > FlushSize)
                    {
                        await writer.ReleaseAsync(few, areNew);
                    }
                }

                await (alongside?.Invoke(checks) ?? Task.CompletedTask);

                return Result.Success();
            });

        return (checks, written);
    }

    /// <summary>The new ones, then the changed ones, each in portions that are written together.</summary>
    private static IEnumerable<ContentItem[]> Portions(IReadOnlyList<ContentItem> customers)
        => customers.Where(customer => customer.Id == 0).ToList().Chunk(InsertSize).Concat(customers.Where(customer => customer.Id != 0).ToList().Chunk(FlushSize));

    private async Task<bool> TrySaveAsync(ContentItem customer)
    {
        if (customer.Id == 0)
        {
            return await contentManager.CreateAsync(customer, VersionOptions.Published);
        }

        // First, since the content manager saves without asking for the version.
        await session.SaveAsync(customer, checkConcurrency: true);
        await contentManager.UpdateAsync(customer);

        return true;
    }
}

/// <summary>What the rules say of each customer of a batch.</summary>
internal sealed class CustomerChecks
{
    private readonly Dictionary<ContentItem, Result> _checks = new(ReferenceEqualityComparer.Instance);

    public Result this[ContentItem customer] => _checks.GetValueOrDefault(customer, Result.Success());

    /// <summary>Whether a customer was checked and refused.</summary>
    public bool Refuse(ContentItem customer) => !this[customer].Succeeded;

    public void Add(ContentItem customer, Result check) => _checks[customer] = check;
}
