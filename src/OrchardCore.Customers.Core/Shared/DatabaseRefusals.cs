using System.Data.Common;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging;
using OrchardCore.Infrastructure;
using YesSql;

namespace OrchardCore.Customers.Shared;

/// <summary>What is done, and said, when the database refuses to save: the session is of no more use.</summary>
internal sealed class DatabaseRefusals(ISession session, ILogger<DatabaseRefusals> logger, IStringLocalizer<DatabaseRefusals> S)
{
    /// <summary>Cancels the session, and logs only the kind of the refusal: what databases say of it quotes values.</summary>
    /// <param name="subject">What was to be saved, for the log.</param>
    /// <returns>The answer for the user, when nothing better is known.</returns>
    public async Task<Result> CancelAsync(DbException exception, string subject)
    {
        Log(exception, subject);
        await session.CancelAsync();

        return Unexplained();
    }

    /// <summary>Writes one thing that has no other rules than to be the newest. Whoever loses against somebody else hears that, by whichever of the two it is refused.</summary>
    /// <param name="subject">What is to be saved, for the log.</param>
    /// <param name="outdated">The answer when somebody else was faster.</param>
    public async Task<Result> TryAsync(Func<Task> write, string subject, Func<Result> outdated)
    {
        try
        {
            await write();
            await session.FlushAsync();

            return Result.Success();
        }
        catch (ConcurrencyException)
        {
            await session.CancelAsync();
        }
        catch (DbException exception)
        {
            await CancelAsync(exception, subject);
        }

        return outdated();
    }

    public void Log(DbException exception, string subject)
        => logger.LogError("The database refused to save {Subject}: {Kind} {Code} {SqlState}", subject, exception.GetType().Name, exception.ErrorCode, exception.SqlState);

    public Result Unexplained() => CustomerWriter.Refused("", S["The database refused to save this. Nothing was saved; try again in a moment."]);
}
