using System.Data.Common;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.History;
using OrchardCore.Customers.Shared;
using OrchardCore.Customers.Shared.Sql;
using OrchardCore.Environment.Shell.Scope;
using OrchardCore.Infrastructure;
using YesSql;
using YesSql.Services;

namespace OrchardCore.Customers;

/// <summary>
/// Writes to the database and turns what it refuses into an answer. Orchard commits after a request has been answered;
/// so here is the last moment to tell the user, and to keep what was typed.
/// </summary>
internal sealed class CustomerWriter(
    ISession session,
    DocumentInserts inserts,
    CustomerHistory history,
    CustomerFields fields,
    DatabaseRefusals refusals,
    IStringLocalizer<CustomerWriter> S)
{
    private const string Subject = "customers";

    /// <summary>
    /// Prepares, then saves or deletes, and flushes. When the database refuses, the session is cancelled: nothing of it is
    /// saved.
    /// </summary>
    /// <param name="customers">Those that are saved; their claims may be taken.</param>
    /// <param name="prepare">Checks and looks up, before there is a transaction; when it fails, nothing else is done.</param>
    /// <param name="write">Saves or deletes.</param>
    public async Task<Result> WriteAsync(IReadOnlyList<ContentItem> customers, Func<Task<Result>> prepare, Func<Task<Result>> write)
    {
        // Saving raises them; those that were loaded tell who was faster.
        var loaded = customers.Select(customer => (customer, customer.GetOrCreate<CustomerPart>().Revision)).ToList();

        try
        {
            await RememberAsync(customers);
            var prepared = await prepare();

            return prepared.Succeeded ? await SessionTransaction.RunAsync(session, write, () => ExplainAsync(loaded)) : prepared;
        }
        catch (ConcurrencyException)
        {
            await session.CancelAsync();

            return Outdated();
        }
        catch (DbException exception)
        {
            await refusals.CancelAsync(exception, Subject);

            return await ExplainAsync(loaded);
        }
    }

    /// <summary>Writes customers of many, and lets go of them: what the session keeps, it writes again with each flush.</summary>
    public async Task ReleaseAsync(IReadOnlyList<ContentItem> customers, bool areNew)
    {
        var events = history.EventsOf(customers.Select(customer => customer.ContentItemId));

        if (areNew)
        {
            await inserts.WriteAsync([.. customers.Select(customer => (customer.Id, customer))]);
            await inserts.WriteAsync([.. events.Select(entry => (entry.Id, entry))], CustomersConstants.Collection);
        }

        await session.FlushAsync();

        foreach (var customer in customers)
        {
            session.Detach(customer);
        }

        foreach (var entry in events)
        {
            session.Detach(entry, CustomersConstants.Collection);
        }
    }

    /// <summary>The history compares what is stored with what will be. Nothing is stored of new customers.</summary>
    private async Task RememberAsync(IReadOnlyList<ContentItem> customers)
    {
        foreach (var customer in customers)
        {
            if (customer.Id == 0)
            {
                history.Expect(customer.ContentItemId);
            }
            else
            {
                await history.RememberAsync(customer.ContentItemId);
            }
        }
    }

    public static Result Refused(string key, LocalizedString message) => Result.Failed([new ResultError { Key = key, Message = message }]);

    private Result Outdated() => Refused(CustomerFields.FullName(nameof(CustomerPart.Revision)), S["Somebody else saved this customer meanwhile."]);

    /// <summary>
    /// The databases report a violation each in its own words, so we look who was faster. On PostgreSQL our own transaction
    /// is of no more use, so another scope looks.
    /// </summary>
    private async Task<Result> ExplainAsync(List<(ContentItem Customer, int Revision)> loaded)
    {
        try
        {
            Result? reason = null;
            await ShellScope.UsingChildScopeAsync(async scope => reason = await FindReasonAsync(scope.ServiceProvider.GetRequiredService<ISession>(), loaded));

            return reason ?? refusals.Unexplained();
        }
        catch (DbException exception)
        {
            refusals.Log(exception, Subject);

            return refusals.Unexplained();
        }
    }

    private async Task<Result?> FindReasonAsync(ISession other, List<(ContentItem Customer, int Revision)> loaded)
    {
        foreach (var (customer, revision) in loaded.Where(entry => entry.Revision > 0))
        {
            if (await other.GetAsync<ContentItem>(customer.Id) is not { } stored || stored.GetOrCreate<CustomerPart>().Revision > revision)
            {
                return Outdated();
            }
        }

        if (await FindTakenAsync(other, loaded.Select(entry => entry.Customer)) is { } claim)
        {
            var field = CustomerClaims.FieldOf(claim);

            return Refused(CustomerFields.FullName(field), S["Another customer with the same value was saved a moment ago: {0}.", fields.Label(field)]);
        }

        return null;
    }

    /// <summary>Which claim has somebody else now?</summary>
    private static async Task<string?> FindTakenAsync(ISession other, IEnumerable<ContentItem> customers)
    {
        var owners = customers
            .SelectMany(customer => customer.GetOrCreate<CustomerPart>().Claims, (customer, claim) => (claim, customer.ContentItemId))
            .ToLookup(pair => pair.claim, pair => pair.ContentItemId, StringComparer.Ordinal);
        var claims = owners.Select(owner => owner.Key).ToArray();

        if (claims.Length == 0)
        {
            return null;
        }

        var stored = await other.QueryIndex<CustomerKeyIndex>(index => index.Key.IsIn(claims)).ListAsync();

        return stored.FirstOrDefault(row => !owners[row.Key].Contains(row.ContentItemId))?.Key;
    }
}
