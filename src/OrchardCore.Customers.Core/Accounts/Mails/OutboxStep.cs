using Microsoft.Extensions.Localization;
using OrchardCore.Infrastructure;
using OrchardCore.Modules;
using OrchardCore.Settings;
using YesSql;

namespace OrchardCore.Customers.Accounts.Mails;

/// <summary>One step of sending, in a scope and a transaction of its own.</summary>
internal sealed class OutboxStep(ISession session, PasswordRequests requests, ISiteService siteService, IClock clock, IStringLocalizer<OutboxStep> S)
{
    private const string Collection = CustomersConstants.Collection;
    private const int MaxProblem = 500;

    /// <summary>How long others stay away from a mail that somebody sends.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(3);

    /// <summary>How long a mail waits after each time it could not be sent; after the last one it is given up.</summary>
    private static readonly TimeSpan[] Pauses =
    [
        TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(30),
        TimeSpan.FromHours(1), TimeSpan.FromHours(3), TimeSpan.FromHours(6), TimeSpan.FromHours(12),
    ];

    /// <summary>Takes the next mail that is due; one of many only as far as the rate allows.</summary>
    /// <exception cref="ConcurrencyException">Somebody else took it.</exception>
    public async Task<OutboxClaim> ClaimAsync(string sender)
    {
        var now = clock.UtcNow;

        if (await FindDueAsync(isBulk: false, now) is not { } mail && (await IsRateReachedAsync(now) || (mail = await FindDueAsync(isBulk: true, now)) is null))
        {
            return OutboxClaim.Over;
        }

        mail.State = OutboxMailState.Sending;
        mail.Sender = sender;
        mail.DueUtc = now + Lease;
        await SaveAsync(mail);

        return new OutboxClaim(mail, IsOver: false);
    }

    /// <summary>Queues the mail that a request takes, in its place.</summary>
    public async Task AnswerAsync(OutboxMail claimed)
    {
        if (await FindOursAsync(claimed) is { } mail)
        {
            await requests.AnswerAsync(mail);
            session.Delete(mail, Collection);
            await session.FlushAsync();
        }
    }

    /// <summary>Notes what came of it.</summary>
    /// <param name="result"><see langword="null"/> when the mail can't be read any more.</param>
    public async Task NoteAsync(OutboxMail claimed, Result? result)
    {
        if (await FindOursAsync(claimed) is not { } mail)
        {
            return;
        }

        if (result?.Succeeded == true)
        {
            End(mail, OutboxMailState.Sent);
            mail.SentUtc = clock.UtcNow;
            mail.Problem = null;
        }
        else
        {
            Postpone(mail, result);
        }

        await SaveAsync(mail);
    }

    public static Result Failed(string problem) => AccountTexts.Refused("", new LocalizedString(problem, problem));

    private void Postpone(OutboxMail mail, Result? result)
    {
        var problem = result is null ? S["What it said can't be decrypted any more."].Value : string.Join(' ', result.Errors.Select(error => error.Message.Value));
        var pause = Pauses.ElementAtOrDefault(mail.Attempts);
        mail.Attempts++;
        mail.Problem = problem.Length > MaxProblem ? problem[..MaxProblem] : problem;
        mail.State = OutboxMailState.Waiting;
        mail.DueUtc = clock.UtcNow + pause;

        // What the address itself is refused for, time does not heal.
        if (pause == default || result is null || result.Errors.Any(error => error.Key == nameof(mail.To)) || mail.ExpiresUtc < mail.DueUtc)
        {
            End(mail, OutboxMailState.GivenUp);
        }
    }

    private static void End(OutboxMail mail, OutboxMailState state)
    {
        mail.State = state;
        mail.Body = null;
        mail.Sender = null;
    }

    private async Task<OutboxMail?> FindDueAsync(bool isBulk, DateTime now)
        => await session.Query<OutboxMail, OutboxMailIndex>(index => index.IsOpen && index.IsBulk == isBulk && index.DueUtc <= now, collection: Collection)
            .OrderBy(index => index.DueUtc)
            .ThenBy(index => index.DocumentId)
            .FirstOrDefaultAsync();

    private async Task<bool> IsRateReachedAsync(DateTime now)
    {
        var since = now.AddMinutes(-1);
        var sent = await session.QueryIndex<OutboxMailIndex>(index => index.IsBulk && index.SentUtc > since, Collection).CountAsync();

        return sent >= Math.Clamp((await siteService.GetSettingsAsync<CustomerAccountSettings>()).MailsPerMinute, 1, CustomerAccountSettings.MaxMailsPerMinute);
    }

    /// <summary>The mail as it is stored, if it is still ours: who takes too long loses it.</summary>
    private async Task<OutboxMail?> FindOursAsync(OutboxMail claimed)
        => await session.GetAsync<OutboxMail>(claimed.Id, Collection) is { State: OutboxMailState.Sending } mail && mail.Sender == claimed.Sender ? mail : null;

    private async Task SaveAsync(OutboxMail mail)
    {
        await session.SaveAsync(mail, checkConcurrency: true, collection: Collection);
        await session.FlushAsync();
    }
}

/// <summary>What there was to send.</summary>
/// <param name="Mail"><see langword="null"/> when somebody else was faster.</param>
/// <param name="IsOver">Whether nothing is due.</param>
internal sealed record OutboxClaim(OutboxMail? Mail, bool IsOver)
{
    public static readonly OutboxClaim Over = new(null, IsOver: true);

    public static readonly OutboxClaim Lost = new(null, IsOver: false);
}
