using System.Data.Common;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OrchardCore.Email;
using OrchardCore.Environment.Shell.Scope;
using OrchardCore.Infrastructure;
using YesSql;

namespace OrchardCore.Customers.Accounts.Mails;

/// <summary>
/// Sends what is due, one mail after the other. A mail is claimed in a transaction of its own before it is sent, so no two
/// send the same; who is interrupted while sending leaves it to others a little later.
/// </summary>
public sealed class OutboxSender(ILogger<OutboxSender> logger)
{
    /// <summary>Sends until nothing is due.</summary>
    /// <param name="cancellationToken">Ends it after the mail that is being sent.</param>
    public async Task RunAsync(CancellationToken cancellationToken = default)
    {
        var sender = Guid.NewGuid().ToString("N");

        while (!cancellationToken.IsCancellationRequested)
        {
            var claim = await ClaimAsync(sender);

            if (claim.IsOver)
            {
                return;
            }

            if (claim.Mail is { } mail)
            {
                await (mail.IsRequest ? AnswerAsync(mail) : SendAsync(mail));
            }
        }
    }

    /// <summary>Another sender may be faster: then there is nothing to send this time, and another look to take.</summary>
    private async Task<OutboxClaim> ClaimAsync(string sender)
    {
        try
        {
            return await InScopeAsync(step => step.ClaimAsync(sender));
        }
        catch (ConcurrencyException)
        {
            return OutboxClaim.Lost;
        }
        catch (DbException exception)
        {
            return Postpone(exception);
        }
    }

    private async Task AnswerAsync(OutboxMail mail)
    {
        try
        {
            await InScopeAsync(async step =>
            {
                await step.AnswerAsync(mail);

                return true;
            });
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Postpone(exception);
            await NoteAsync(mail, OutboxStep.Failed(exception.GetType().Name));
        }
    }

    private async Task SendAsync(OutboxMail mail) => await NoteAsync(mail, await TrySendAsync(mail));

    private async Task NoteAsync(OutboxMail mail, Result? result)
    {
        try
        {
            await InScopeAsync(async step =>
            {
                await step.NoteAsync(mail, result);

                return true;
            });
        }
        catch (Exception exception) when (exception is ConcurrencyException or DbException)
        {
            Postpone(exception);
        }
    }

    /// <summary>Sends outside of any transaction: a mail server may take its time. <see langword="null"/> when there is nothing to send.</summary>
    private async Task<Result?> TrySendAsync(OutboxMail mail)
    {
        try
        {
            Result? result = null;
            await ShellScope.UsingChildScopeAsync(async scope =>
            {
                if (scope.ServiceProvider.GetRequiredService<Outbox>().Read(mail) is { } content)
                {
                    var message = new MailMessage { To = mail.To, Subject = content.Subject, TextBody = content.Text, HtmlBody = content.Html };
                    result = await scope.ServiceProvider.GetRequiredService<IEmailService>().SendAsync(message);
                }
            });

            return result;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // Only the kind: what a mail server says may name people.
            logger.LogError("A mail to a customer could not be sent: {Kind}.", exception.GetType().Name);

            return OutboxStep.Failed(exception.Message);
        }
    }

    private OutboxClaim Postpone(Exception exception)
    {
        logger.LogError("The database interrupted the sending of mails: {Kind}. They are taken up again in a minute.", exception.GetType().Name);

        return OutboxClaim.Over;
    }

    private static async Task<T> InScopeAsync<T>(Func<OutboxStep, Task<T>> run)
    {
        var result = default(T)!;
        await ShellScope.UsingChildScopeAsync(async scope => result = await run(scope.ServiceProvider.GetRequiredService<OutboxStep>()));

        return result;
    }
}
