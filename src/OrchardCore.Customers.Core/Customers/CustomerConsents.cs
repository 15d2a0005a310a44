namespace OrchardCore.Customers;

/// <summary>What a customer agreed to, and how that is known.</summary>
public static class CustomerConsents
{
    /// <summary>Whether the customer wants to be notified through a channel.</summary>
    public static bool Wants(this CustomerPart part, string channel) => part.FindConsent(channel)?.IsGiven == true;

    /// <summary>What was said last of a channel; <see langword="null"/> when nothing ever was.</summary>
    public static CustomerConsent? FindConsent(this CustomerPart part, string channel)
        => part.Consents.FirstOrDefault(consent => consent.Channel.Equals(channel, StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// Gives or withdraws the consent for a channel. What is so already stays as it is, with the time, source and wording
    /// it has.
    /// </summary>
    /// <param name="utc">When the customer said so.</param>
    /// <param name="source">Where the customer said so, e.g. <c>Admin: kim</c>.</param>
    public static void SetConsent(this CustomerPart part, ConsentChannel channel, bool isGiven, DateTime utc, string source)
    {
        if (part.Wants(channel.Name) == isGiven)
        {
            return;
        }

        part.Consents =
        [
            .. part.Consents.Where(consent => !consent.Channel.Equals(channel.Name, StringComparison.OrdinalIgnoreCase)),
            new() { Channel = channel.Name, IsGiven = isGiven, Utc = utc, Source = source, Wording = channel.Wording },
        ];
    }
}
