using System.Data.Common;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging;
using OrchardCore.ContentManagement;
using OrchardCore.Environment.Shell.Scope;
using OrchardCore.Infrastructure;
using YesSql;
using YesSql.Services;

namespace OrchardCore.Customers;

/// <summary>
/// Writes to the database and turns what it refuses into an answer. Orchard commits after a request has been answered;
/// so here is the last moment to tell the user, and to keep what was typed.
/// </summary>
internal sealed class CustomerWriter(ISession session, CustomerFields fields, ILogger<CustomerWriter> logger, IStringLocalizer<CustomerWriter> S)
{
    /// <summary>Runs code that saves or deletes, and flushes. After a refusal the session is cancelled: nothing of it is saved.</summary>
    /// <param name="customers">Those that are saved; their claims may be taken.</param>
    /// <param name="write">Saves or deletes; when it fails, nothing is flushed.</param>
    public async Task<Result> WriteAsync(IReadOnlyList<ContentItem> customers, Func<Task<Result>> write)
    {
        try
        {
            var result = await write();

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

            return Refused(CustomerFields.FullName(nameof(CustomerPart.Revision)), S["Somebody else saved this customer meanwhile."]);
        }
        catch (DbException exception)
        {
            await session.CancelAsync();

            return await ExplainAsync(customers, exception);
        }
    }

    public static Result Refused(string key, LocalizedString message) => Result.Failed([new ResultError { Key = key, Message = message }]);

    private async Task<Result> ExplainAsync(IReadOnlyList<ContentItem> customers, DbException exception)
    {
        try
        {
            if (await FindTakenAsync(customers) is { } claim)
            {
                var field = CustomerClaims.FieldOf(claim);

                return Refused(CustomerFields.FullName(field), S["Another customer with the same value was saved a moment ago: {0}.", fields.Label(field)]);
            }
        }
        catch (DbException again)
        {
            LogRefusal(again);
        }

        LogRefusal(exception);

        return Refused("", S["The database refused to save this. Nothing was saved; try again in a moment."]);
    }

    /// <summary>
    /// Which claim has somebody else now? The databases report a violation each in its own words, so we look. On
    /// PostgreSQL our own transaction is of no more use, so another scope looks.
    /// </summary>
    private static async Task<string?> FindTakenAsync(IReadOnlyList<ContentItem> customers)
    {
        var owners = customers
            .SelectMany(customer => customer.GetOrCreate<CustomerPart>().Claims, (customer, claim) => (claim, customer.ContentItemId))
            .ToLookup(pair => pair.claim, pair => pair.ContentItemId, StringComparer.Ordinal);
        var claims = owners.Select(owner => owner.Key).ToArray();
        string? taken = null;

        if (claims.Length > 0)
        {
            await ShellScope.UsingChildScopeAsync(async scope =>
            {
                var stored = await scope.ServiceProvider.GetRequiredService<ISession>()
                    .QueryIndex<CustomerKeyIndex>(index => index.Key.IsIn(claims))
                    .ListAsync();
                taken = stored.FirstOrDefault(row => !owners[row.Key].Contains(row.ContentItemId))?.Key;
            });
        }

        return taken;
    }

    /// <summary>Only the kind of the refusal: what databases say of it quotes values.</summary>
    private void LogRefusal(DbException exception)
        => logger.LogError("The database refused to save customers: {Kind} {Code} {SqlState}", exception.GetType().Name, exception.ErrorCode, exception.SqlState);
}
