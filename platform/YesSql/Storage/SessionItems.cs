namespace YesSql.Storage;

/// <summary>
/// What a session knows of one collection. Objects are told apart by their own equality, so one that changes its hash
/// code is lost from sight.
/// </summary>
internal sealed class SessionItems
{
    private readonly Dictionary<object, long> _ids = [];
    private readonly Dictionary<long, object> _items = [];
    private readonly Dictionary<long, Document> _documents = [];

    public HashSet<object> Added { get; } = [];

    public HashSet<object> Updated { get; } = [];

    public HashSet<object> Deleted { get; } = [];

    /// <summary>What was saved before, and is written again whenever it has changed.</summary>
    public HashSet<object> Tracked { get; } = [];

    /// <summary>Ids of the documents that are updated only if nobody else did.</summary>
    public HashSet<long> Checked { get; } = [];

    public bool HasWork => Added.Count + Updated.Count + Deleted.Count + Tracked.Count > 0;

    public bool TryGetId(object item, out long id) => _ids.TryGetValue(item, out id);

    public bool HasItem(long id) => _items.ContainsKey(id);

    public bool TryGetItem(long id, out object item) => _items.TryGetValue(id, out item);

    public bool TryGetDocument(long id, out Document document) => _documents.TryGetValue(id, out document);

    public void Know(long id, object item)
    {
        _ids.Add(item, id);
        _items.Add(id, item);
    }

    public void Know(Document document) => _documents[document.Id] = document;

    public void Forget(object item)
    {
        if (_ids.Remove(item, out var id))
        {
            _items.Remove(id);
            _documents.Remove(id);
        }
    }

    public void Detach(object item)
    {
        Added.Remove(item);
        Updated.Remove(item);
        Deleted.Remove(item);
        Tracked.Remove(item);
        Forget(item);
    }

    /// <summary>After everything was written: what was saved is tracked, even if it was deleted in the same flush.</summary>
    public void Track()
    {
        Tracked.UnionWith(Updated);
        Tracked.UnionWith(Added);
        Updated.Clear();
        Added.Clear();
        Deleted.Clear();
    }
}
