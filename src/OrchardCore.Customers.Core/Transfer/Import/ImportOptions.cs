namespace OrchardCore.Customers.Transfer.Import;

/// <summary>How an import is to be carried out.</summary>
public sealed class ImportOptions
{
    /// <summary>What becomes of a row whose customer is there already.</summary>
    public DuplicateAction OnDuplicate { get; set; }

    /// <summary>How a customer who is there already is recognized.</summary>
    public MatchKey Match { get; set; }

    /// <summary>Whether an empty cell takes the value of a saved customer away; else it leaves the value as it is.</summary>
    public bool EmptyClears { get; set; }

    /// <summary>The content item ids of the groups that created and updated customers come into.</summary>
    public string[] Groups { get; set; } = [];

    /// <summary>Why created customers are put on hold; <see langword="null"/> when they are not.</summary>
    public string? HoldReason { get; set; }

    /// <summary>Whether created customers are invited to set a password; mails go out at the rate of the site's mail settings.</summary>
    public bool Invite { get; set; }
}

/// <summary>What becomes of a row whose customer is there already.</summary>
public enum DuplicateAction
{
    /// <summary>It makes another customer, as the rules on unique values allow.</summary>
    CreateNew,

    Skip,

    Update,
}

/// <summary>How a customer who is there already is recognized.</summary>
public enum MatchKey
{
    Email,

    Number,

    CustomId,

    /// <summary>The contact name, and name, first line, city, postal code, country and subdivision of the address that goods are sent to.</summary>
    NameAndAddress,
}

/// <summary>What a row says is to be done with it; where it says nothing, the options decide.</summary>
public enum RowCommand
{
    None,

    /// <summary>A new customer; one that is there already is an error.</summary>
    New,

    /// <summary>A change; one that is not there is an error.</summary>
    Update,

    /// <summary>The customer is deleted; one that is not there is an error.</summary>
    Delete,

    /// <summary>Nothing.</summary>
    Ignore,
}

/// <summary>How files name commands.</summary>
public static class RowCommands
{
    /// <summary>The heading of the column that has them; also its name in <see cref="ImportRun.Columns"/>.</summary>
    public const string Column = "Command";

    /// <summary>The heading of the column that tells what was wrong with failed rows; it is never imported.</summary>
    public const string ErrorColumn = "Error";
}
