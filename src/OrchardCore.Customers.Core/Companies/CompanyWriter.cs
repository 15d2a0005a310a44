using System.Data.Common;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using OrchardCore.Customers.Shared;
using OrchardCore.Environment.Shell.Scope;
using OrchardCore.Infrastructure;
using YesSql;

namespace OrchardCore.Customers.Companies;

/// <summary>
/// Writes to the database and turns what it refuses into an answer. Orchard commits after a request has been answered;
/// so here is the last moment to tell the user, and to keep what was typed.
/// </summary>
internal sealed class CompanyWriter(ISession session, IServiceProvider services, DatabaseRefusals refusals, IStringLocalizer<CompanyWriter> S)
{
    private const string Subject = "a company";

    /// <summary>Who meets somebody else this often in a row is told.</summary>
    private const int Attempts = 8;

    /// <summary>Saves or deletes, and flushes. When that is refused, the session is cancelled: nothing of it is saved.</summary>
    /// <param name="revisionKey">The key of the error when somebody else was faster.</param>
    public async Task<Result> WriteAsync(string revisionKey, Func<Task<Result>> write)
    {
        try
        {
            return await FlushAsync(write);
        }
        catch (ConcurrencyException)
        {
            await session.CancelAsync();

            return Outdated(revisionKey);
        }
        catch (DbException exception)
        {
            return await refusals.CancelAsync(exception, Subject);
        }
    }

    /// <summary>
    /// The same, tried again when somebody else changed the tree or the roles of the company at the same moment: each attempt
    /// in a scope of its own, which reads what is stored by then. Within a transaction there is but one attempt.
    /// </summary>
    public async Task<Result> TryAsync<TService>(string revisionKey, Func<TService, Task<Result>> write) where TService : notnull
    {
        if (session.CurrentTransaction is not null)
        {
            return await WriteAsync(revisionKey, () => write(services.GetRequiredService<TService>()));
        }

        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var result = Result.Failed();
                await ShellScope.UsingChildScopeAsync(async scope => result = await scope.ServiceProvider.GetRequiredService<CompanyWriter>().FlushAsync(() => write(scope.ServiceProvider.GetRequiredService<TService>())));

                return result;
            }
            catch (ConcurrencyException) when (attempt < Attempts)
            {
                // Somebody else was faster; read again.
            }
            catch (ConcurrencyException)
            {
                return CustomerWriter.Refused(revisionKey, S["Others change this company all the time. Nothing was saved; try again in a moment."]);
            }
            catch (DbException) when (attempt < Attempts)
            {
                // Databases tell by a lock or a key, too, that somebody else was faster.
            }
            catch (DbException exception)
            {
                return await refusals.CancelAsync(exception, Subject);
            }
        }
    }

    public Result Outdated(string revisionKey) => CustomerWriter.Refused(revisionKey, S["Somebody else changed this meanwhile. Nothing was saved."]);

    private Task<Result> FlushAsync(Func<Task<Result>> write) => SessionTransaction.RunAsync(session, write, () => Task.FromResult(refusals.Unexplained()));
}
