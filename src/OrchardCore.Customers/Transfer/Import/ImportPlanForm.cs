namespace OrchardCore.Customers.Transfer.Import;

/// <summary>What was said on the page of a plan. What the columns mean stands beside it: there may be more of them than forms are bound with.</summary>
public sealed class ImportPlanForm
{
    /// <summary>The field with what the columns mean, once for each.</summary>
    public const string Columns = "Columns";

    /// <summary>What is to be done with it: one of the constants below.</summary>
    public string? Do { get; set; }

    /// <summary>Reads the file anew with another format.</summary>
    public const string Read = "read";

    public const string ApplyProfile = "apply";

    public const string SaveProfile = "save";

    public const string DeleteProfile = "delete";

    /// <summary>Imports without a trial.</summary>
    public const string Import = "import";

    public string? Encoding { get; set; }

    public string? Delimiter { get; set; }

    public bool HasHeader { get; set; }

    public DuplicateAction OnDuplicate { get; set; }

    public MatchKey Match { get; set; }

    public bool EmptyClears { get; set; }

    public string[] Groups { get; set; } = [];

    public string? HoldReason { get; set; }

    public bool Invite { get; set; }

    /// <summary>The id of the profile that was chosen.</summary>
    public string? Profile { get; set; }

    /// <summary>Under which name to save one.</summary>
    public string? ProfileName { get; set; }

    public bool IsShared { get; set; }

    /// <summary>The form for options.</summary>
    public static ImportPlanForm Of(ImportOptions options) => new()
    {
        OnDuplicate = options.OnDuplicate,
        Match = options.Match,
        EmptyClears = options.EmptyClears,
        Groups = options.Groups,
        HoldReason = options.HoldReason,
        Invite = options.Invite,
    };

    public ImportOptions ToOptions() => new()
    {
        OnDuplicate = OnDuplicate,
        Match = Match,
        EmptyClears = EmptyClears,
        Groups = Groups,
        HoldReason = string.IsNullOrWhiteSpace(HoldReason) ? null : HoldReason.Trim(),
        Invite = Invite,
    };
}
