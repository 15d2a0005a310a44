namespace OrchardCore.Customers.Shared;

/// <summary>A link to what can be done, drawn as a button with its icon and hint.</summary>
/// <param name="Icon">The name of a Font Awesome icon, without prefix.</param>
public sealed record ActionLink(string Text, string Hint, string Icon, string Url)
{
    /// <summary>The one that is most often come for.</summary>
    public bool IsPrimary { get; init; }

    public bool IsDangerous { get; init; }

    /// <summary>What to ask before it is done; <see langword="null"/> when nothing is asked.</summary>
    public Confirmation? Confirmation { get; init; }

    /// <summary>Whether its page is short enough to be shown over this one.</summary>
    public bool OpensInDialog { get; init; }

    /// <summary>The key that does the same; <see langword="null"/> when there is none.</summary>
    public string? Key { get; init; }
}

/// <param name="Verb">What the button says that answers yes.</param>
public sealed record Confirmation(string Question, string Verb);
