using OrchardCore.Customers.Shared;
using OrchardCore.Customers.Transfer.Files;
using OrchardCore.Customers.Transfer.Import;
using YesSql.Indexes;

namespace OrchardCore.Customers.Transfer.Mapping;

/// <summary>How files of one shape are imported, under a name.</summary>
public sealed class ImportProfile
{
    /// <summary>The longest name.</summary>
    public const int MaxNameLength = 100;

    /// <summary>Given when it is saved first.</summary>
    public string ProfileId { get; set; } = "";

    /// <summary>At most <see cref="MaxNameLength"/> characters; no two profiles of a user have the same, whatever its case.</summary>
    public string Name { get; set; } = "";

    /// <summary>The id of the user who made it, and who alone changes it.</summary>
    public string OwnerId { get; set; } = "";

    /// <summary>Whether everybody who may import can use it.</summary>
    public bool IsShared { get; set; }

    /// <summary>What the columns mean, in the order of the file it was made with.</summary>
    public ImportProfileColumn[] Columns { get; set; } = [];

    public CsvFormat Format { get; set; } = new();

    public ImportOptions Options { get; set; } = new();

    /// <summary>When it was saved last.</summary>
    public DateTime SavedUtc { get; set; }
}

/// <summary>What a column of a file means.</summary>
public sealed class ImportProfileColumn
{
    /// <summary>The heading, without case, spaces and punctuation.</summary>
    public string Heading { get; set; } = "";

    /// <summary>As in <see cref="ImportRun.Columns"/>.</summary>
    public string? Column { get; set; }
}

/// <summary>Finds the profiles that a user can use.</summary>
public sealed class ImportProfileIndex : MapIndex
{
    /// <summary>As in <see cref="ImportProfile.ProfileId"/>.</summary>
    public string ProfileId { get; set; } = "";

    /// <summary>As in <see cref="ImportProfile.OwnerId"/>.</summary>
    public string OwnerId { get; set; } = "";

    /// <summary>As in <see cref="ImportProfile.IsShared"/>.</summary>
    public bool IsShared { get; set; }

    /// <summary>The owner and the folded name; unique in the database.</summary>
    public string NameKey { get; set; } = "";
}

/// <summary>Maps every <see cref="ImportProfile"/>.</summary>
public sealed class ImportProfileIndexProvider : IndexProvider<ImportProfile>
{
    public ImportProfileIndexProvider() => CollectionName = CustomersConstants.Collection;

    public override void Describe(DescribeContext<ImportProfile> context)
        => context.For<ImportProfileIndex>().Map(profile => new ImportProfileIndex
        {
            ProfileId = profile.ProfileId,
            OwnerId = profile.OwnerId,
            IsShared = profile.IsShared,
            NameKey = KeyOf(profile.OwnerId, profile.Name),
        });

    internal static string KeyOf(string ownerId, string name) => $"{ownerId}:{SearchText.FoldKey(name)}";
}
