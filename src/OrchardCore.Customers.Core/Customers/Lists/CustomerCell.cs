namespace OrchardCore.Customers.Lists;

/// <summary>What stands in one cell of a list. Its kind decides how it is drawn; what it says is data.</summary>
public abstract record CustomerCell
{
    private CustomerCell()
    {
    }

    /// <summary>A text, shown as it is; empty or <see langword="null"/> when there is none.</summary>
    public sealed record Text(string? Value) : CustomerCell;

    /// <summary>An e-mail address; empty or <see langword="null"/> when there is none.</summary>
    public sealed record Email(string? Address) : CustomerCell;

    /// <summary>A moment in UTC, shown in the site's zone; <see langword="null"/> when there is none.</summary>
    public sealed record Time(DateTime? Utc) : CustomerCell;

    /// <summary>A state: never told by its colour alone, so it has the name of a Font Awesome icon too.</summary>
    public sealed record Badge(string Value, string Icon, BadgeTone Tone) : CustomerCell;

    /// <summary>Several states at once.</summary>
    public sealed record Badges(IReadOnlyList<Badge> Values) : CustomerCell;

    /// <summary>Several short texts, such as the groups of a customer.</summary>
    public sealed record Labels(IReadOnlyList<string> Values) : CustomerCell;
}

/// <summary>What a state means to who looks for customers that need attention.</summary>
public enum BadgeTone
{
    Good,
    Neutral,
    Attention,
}

/// <summary>How states of a customer look.</summary>
internal static class CustomerBadges
{
    /// <summary>Who is on hold is active all the same, and nobody needs to be told so.</summary>
    public static IReadOnlyList<CustomerCell.Badge> For(CustomerPart part, DateTime utc, CustomerFields fields)
    {
        CustomerCell.Badge status = part.Status == CustomerStatus.Active
            ? new(fields.Label(part.Status), "circle-check", BadgeTone.Good)
            : new(fields.Label(part.Status), "circle-pause", BadgeTone.Neutral);

        if (part.Hold?.IsInForce(utc) != true)
        {
            return [status];
        }

        var hold = new CustomerCell.Badge(fields.Label(nameof(CustomerPart.Hold)), "triangle-exclamation", BadgeTone.Attention);

        return part.Status == CustomerStatus.Active ? [hold] : [status, hold];
    }
}
