using OrchardCore.Infrastructure;

namespace OrchardCore.Email;

public interface IEmailService
{
    /// <summary>Hands a mail to the server, or says why it did not take it.</summary>
    /// <param name="message">The mail.</param>
    /// <param name="providerName">Which of the ways to send mails; the platform has one at most.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    Task<Result> SendAsync(MailMessage message, string providerName = null, CancellationToken cancellationToken = default);
}
