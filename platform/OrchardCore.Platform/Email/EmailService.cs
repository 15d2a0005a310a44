using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging;
using OrchardCore.Hosting;
using OrchardCore.Infrastructure;

namespace OrchardCore.Email;

/// <summary>Sends by SMTP, or puts mails as files into a folder.</summary>
internal sealed class EmailService(IEnumerable<SmtpOptions> configured, TenantSettings settings, ILogger<EmailService> logger, IStringLocalizer<EmailService> S) : IEmailService
{
    private const string PlainText = "text/plain";
    private const string Html = "text/html";

    public async Task<Result> SendAsync(MailMessage message, string providerName = null, CancellationToken cancellationToken = default)
    {
        if (configured.FirstOrDefault(options => options.IsEnabled) is not { } smtp)
        {
            logger.LogError("Email settings must be configured before an Email message can be sent.");

            return Failed("", S["Email settings must be configured before an Email message can be sent."]);
        }

        var recipients = (message.To ?? "").Split([',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

        if (recipients.Length == 0)
        {
            return Failed("", S["The mail message should have at least one of these headers: To, Cc or Bcc."]);
        }

        if (recipients.FirstOrDefault(address => !MailAddress.TryCreate(address, out _)) is { } invalid)
        {
            return Failed(nameof(message.To), S["Invalid email address for the recipient: '{0}'.", invalid]);
        }

        try
        {
            await SendAsync(message, recipients, smtp, cancellationToken);

            return Result.Success();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return Failed("", S["An error occurred while sending an email: '{0}'", exception.Message]);
        }
    }

    private async Task SendAsync(MailMessage message, string[] recipients, SmtpOptions smtp, CancellationToken cancellationToken)
    {
        using var mail = new System.Net.Mail.MailMessage { From = new MailAddress(smtp.DefaultSender), Subject = message.Subject ?? "", SubjectEncoding = Encoding.UTF8 };

        foreach (var recipient in recipients)
        {
            mail.To.Add(recipient);
        }

        // The last alternative is the one that readers prefer.
        AddBody(mail, message.TextBody, PlainText);
        AddBody(mail, message.HtmlBody, Html);

        using var client = new SmtpClient();

        if (smtp.DeliveryMethod == SmtpDeliveryMethod.SpecifiedPickupDirectory)
        {
            client.DeliveryMethod = System.Net.Mail.SmtpDeliveryMethod.SpecifiedPickupDirectory;
            client.PickupDirectoryLocation = smtp.PickupDirectory(settings);
            Directory.CreateDirectory(client.PickupDirectoryLocation);
        }
        else
        {
            client.Host = smtp.Host;
            client.Port = smtp.Port;
        }

        await client.SendMailAsync(mail, cancellationToken);
    }

    private static void AddBody(System.Net.Mail.MailMessage mail, string body, string type)
    {
        if (!string.IsNullOrEmpty(body))
        {
            mail.AlternateViews.Add(AlternateView.CreateAlternateViewFromString(body, Encoding.UTF8, type));
            mail.AlternateViews[^1].TransferEncoding = TransferEncoding.QuotedPrintable;
        }
    }

    private static Result Failed(string key, LocalizedString message) => Result.Failed(new ResultError { Key = key, Message = message });
}
