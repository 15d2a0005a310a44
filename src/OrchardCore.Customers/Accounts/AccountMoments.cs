using Microsoft.Extensions.Localization;
using OrchardCore.Customers.Accounts.Mails;
using OrchardCore.Modules;

namespace OrchardCore.Customers.Accounts;

/// <summary>Says in the site's time what was mailed, and what became of it.</summary>
public sealed class AccountMoments(Outbox outbox, CustomerMailTexts texts, CustomerFacts facts, IClock clock, IStringLocalizer<AccountMoments> S)
{
    private const int MailsShown = 5;

    /// <inheritdoc cref="CustomerFacts.WhenAsync"/>
    public async Task<string> WhenAsync(DateTime utc, string? by) => await facts.WhenAsync(utc, by) ?? "";

    public string Label(AccountCodePurpose purpose) => purpose switch
    {
        AccountCodePurpose.Invitation => S["Invitation"],
        AccountCodePurpose.Reset => S["Link for a password"],
        AccountCodePurpose.Email => S["Link for a new address"],
        _ => S["Link to attach a user"],
    };

    /// <summary>Until when a link works, or worked.</summary>
    public async Task<string> UntilAsync(AccountCode link)
    {
        var when = await WhenAsync(link.ExpiresUtc, by: null);

        return link.IsLive(clock.UtcNow) ? S["works until {0}", when] : S["worked until {0}", when];
    }

    /// <summary>The latest mails to a customer.</summary>
    public async Task<IReadOnlyList<CustomerFact>> MailFactsAsync(string customerId)
    {
        var found = new List<CustomerFact>();

        foreach (var mail in (await outbox.FindAsync(customerId)).Take(MailsShown))
        {
            found.Add(new(texts.Label(mail.Kind).Value, await StateAsync(mail)) { Detail = string.Join(" – ", new[] { mail.To, mail.Problem }.Where(text => !string.IsNullOrEmpty(text))) });
        }

        return found;
    }

    /// <summary>What became of a mail, in a few words.</summary>
    public async Task<string> StateAsync(OutboxMail mail) => mail.State switch
    {
        OutboxMailState.Sent => S["Sent {0}", await WhenAsync(mail.SentUtc!.Value, by: null)],
        OutboxMailState.GivenUp => S["Could not be sent, and is not tried any more"],
        _ when mail.Attempts > 0 => S["Waits: the mail server did not take it. Tried again {0}", await WhenAsync(mail.DueUtc, by: null)],
        _ => S["Waits to be sent"],
    };

    /// <summary>The same in a word or two.</summary>
    public string ShortState(OutboxMail mail) => mail.State switch
    {
        OutboxMailState.Sent => S["Sent"],
        OutboxMailState.GivenUp => S["Not sent"],
        _ when mail.Attempts > 0 => S["Waits for the mail server"],
        _ => S["Waits to be sent"],
    };
}
