namespace OrchardCore.Customers.Companies;

/// <summary>The units of a company as they hang together.</summary>
public sealed class BusinessUnitTree
{
    private readonly Dictionary<string, BusinessUnitNode> _nodes = new(StringComparer.Ordinal);

    internal BusinessUnitTree(IEnumerable<BusinessUnitIndex> rows)
    {
        var listed = rows.OrderBy(row => row.Name, StringComparer.Ordinal).ThenBy(row => row.ContentItemId, StringComparer.Ordinal).ToList();
        var ids = listed.Select(row => row.ContentItemId).ToHashSet(StringComparer.Ordinal);
        var children = listed.ToLookup(row => ids.Contains(row.ParentUnitId) ? row.ParentUnitId : "", StringComparer.Ordinal);
        var ordered = new List<BusinessUnitNode>(listed.Count);
        var open = new Stack<(BusinessUnitIndex Row, int Depth)>(children[""].Reverse().Select(row => (row, 1)));

        while (open.TryPop(out var next))
        {
            var id = next.Row.ContentItemId;
            var below = children[id].ToList();
            var node = new BusinessUnitNode(id, next.Row.ParentUnitId.Length == 0 ? null : next.Row.ParentUnitId, next.Row.Name, next.Depth, below.Count);

            if (_nodes.TryAdd(id, node))
            {
                ordered.Add(node);

                foreach (var row in below.AsEnumerable().Reverse())
                {
                    open.Push((row, next.Depth + 1));
                }
            }
        }

        Nodes = ordered;
    }

    /// <summary>Each unit is followed by those below it, in the order of their names.</summary>
    public IReadOnlyList<BusinessUnitNode> Nodes { get; }

    /// <summary>The unit with that id; <see langword="null"/> when the company has none.</summary>
    public BusinessUnitNode? Find(string? id) => id is null ? null : _nodes.GetValueOrDefault(id);

    /// <summary>Whether a unit is that one, or stands below it.</summary>
    public bool IsWithin(string? id, string topId)
    {
        for (var node = Find(id); node is not null; node = Find(node.ParentId))
        {
            if (node.Id == topId)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The units above one, from the headquarters down.</summary>
    public IReadOnlyList<BusinessUnitNode> Above(string id)
    {
        var above = new List<BusinessUnitNode>();

        for (var node = Find(Find(id)?.ParentId); node is not null; node = Find(node.ParentId))
        {
            above.Insert(0, node);
        }

        return above;
    }

    /// <summary>How many levels a unit and those below it take.</summary>
    public int HeightOf(string id) => Find(id) is { } top ? Nodes.Where(node => IsWithin(node.Id, id)).Max(node => node.Depth) - top.Depth + 1 : 1;
}

/// <summary>A place in the tree.</summary>
/// <param name="Id">The content item id of the unit.</param>
/// <param name="ParentId"><see langword="null"/> for the headquarters.</param>
/// <param name="FoldedName">Its name as it is searched for and sorted by.</param>
/// <param name="Depth">1 for the headquarters.</param>
/// <param name="Children">How many units stand right below it.</param>
public sealed record BusinessUnitNode(string Id, string? ParentId, string FoldedName, int Depth, int Children);
