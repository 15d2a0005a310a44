using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Modules;
using OrchardCore.Settings;

namespace OrchardCore.Customers.Transfer;

/// <summary>What customers agreed to: a column for each way to notify them that the settings name.</summary>
internal sealed class ConsentColumns(CustomerFields fields, ISiteService siteService, CustomerActor actor, IClock clock, TransferTexts texts, IStringLocalizer<ConsentColumns> S) : ICustomerTransferColumnSource
{
    private const int FirstOrder = 400;

    /// <summary>What is said of a consent that a file brought; with the user's name where it is known.</summary>
    private const string Source = "Import";

    public async Task<IReadOnlyList<ICustomerTransferColumn>> GetColumnsAsync()
        => [.. (await siteService.GetSettingsAsync<CustomerSettings>()).ConsentChannels.Select((channel, index) => Column(channel, FirstOrder + index))];

    private TransferColumn Column(ConsentChannel channel, int order)
        => new($"Consent {channel.Name}", S["Notifications: {0}", fields.ChannelLabel(channel.Name).Value], S["Yes or No; empty when the customer never said. What is known already keeps its time and source, and an empty cell changes nothing."], order)
        {
            OtherNames = OtherNames(channel.Name),
            Codes = [TransferTexts.Yes, TransferTexts.No],
            Field = CustomerFields.FullName(nameof(CustomerPart.Consents)),
            Read = customer => customer.GetOrCreate<CustomerPart>().FindConsent(channel.Name) is { } consent ? TransferTexts.Answer(consent.IsGiven) : null,
            Write = cell => Write(cell, channel),
        };

    private void Write(CustomerTransferCell cell, ConsentChannel channel)
    {
        // That somebody once said so is not undone by a file that says nothing.
        if (cell.Text.Length == 0)
        {
            return;
        }

        if (texts.ReadAnswer(cell.Text) is { } isGiven)
        {
            cell.Part.SetConsent(channel, isGiven, clock.UtcNow, actor.UserName is { } name ? $"{Source}: {name}" : Source);
        }
        else
        {
            cell.Fail(texts.NoAnswer(cell.Text));
        }
    }

    private static string[] OtherNames(string channel) => channel switch
    {
        "email" => ["Accepts Email Marketing", "Accepts Marketing", "Newsletter", "Opt In", "Email Opt In"],
        "sms" => ["Accepts SMS Marketing", "SMS Opt In"],
        _ => [],
    };
}
