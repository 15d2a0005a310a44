using System.Globalization;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Accounts.Mails;
using OrchardCore.Customers.Sites;

namespace OrchardCore.Customers.AssistedBuying;

/// <summary>Puts together what a customer is told of a session, in the customer's language.</summary>
internal sealed class AssistNoticeWriter(IAssistedActions actions, IStoreSiteManager sites, CustomerMailWriter mails, AssistActionTexts texts, IStringLocalizer<AssistNoticeWriter> S)
{
    /// <summary>More changes than these a mail only counts.</summary>
    public const int MaxChanges = 50;

    /// <summary>How many of the latest are looked at; some of them may have been refused.</summary>
    private const int Latest = 200;

    /// <param name="to">The customer's address.</param>
    public async Task<CustomerMailValues> WriteAsync(AssistedSession assisted, ContentItem customer, string to)
    {
        var culture = CustomerMailWriter.CultureOf(customer.GetOrCreate<CustomerPart>().Language);
        var changes = (await actions.FindLatestAsync([assisted], Latest))[assisted.SessionId].Where(action => action.Refusal is null).Take(MaxChanges).Reverse().ToList();

        return new()
        {
            Name = customer.DisplayText ?? "",
            Email = to,
            Others = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                [CustomerMailTexts.Agent] = assisted.AgentName,
                [CustomerMailTexts.Store] = (await sites.FindAsync(assisted.Site))?.Name ?? assisted.Site,
                [CustomerMailTexts.From] = await mails.WhenAsync(assisted.StartedUtc!.Value, culture),
                [CustomerMailTexts.Until] = await mails.WhenAsync(assisted.OverUtc, culture),
                [CustomerMailTexts.Reason] = string.Join(' ', assisted.Reason.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)),
                [CustomerMailTexts.Changes] = Tell(changes, assisted.Actions - assisted.RefusedActions, culture),
            },
        };
    }

    private string Tell(List<AssistedAction> changes, int total, CultureInfo culture)
    {
        var current = CultureInfo.CurrentUICulture;

        try
        {
            CultureInfo.CurrentUICulture = culture;

            return total == 0 ? S["nothing"].Value : string.Join('\n',
            [
                .. changes.Select(change => S["• {0}: {1}", texts.Label(change.Kind).Value, change.Summary].Value),
                .. total > changes.Count ? [S["and {0:N0} more before", total - changes.Count].Value] : Array.Empty<string>(),
            ]);
        }
        finally
        {
            CultureInfo.CurrentUICulture = current;
        }
    }
}
