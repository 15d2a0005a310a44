namespace OrchardCore.Data;

/// <summary>The collections, besides the nameless one, that documents of a site are kept in.</summary>
public class StoreCollectionOptions
{
    public HashSet<string> Collections { get; } = [];
}
