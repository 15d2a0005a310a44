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

    /// <summary>Several short texts, such as the groups of a customer.</summary>
    public sealed record Labels(IReadOnlyList<string> Values) : CustomerCell;
}

/// <summary>What a state means to who looks for customers that need attention.</summary>
public enum BadgeTone
{
    Good,
    Neutral,
}

/// <summary>How states of a customer look.</summary>
internal static class CustomerBadges
{
    public static CustomerCell.Badge For(CustomerStatus status, CustomerFields fields) => status == CustomerStatus.Active
        ? new(fields.Label(status), "circle-check", BadgeTone.Good)
        : new(fields.Label(status), "circle-pause", BadgeTone.Neutral);
}
