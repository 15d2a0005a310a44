namespace YesSql.Indexes;

public interface IDescriptor
{
    /// <summary>What was described for one of these types, or for any when none is named.</summary>
    IEnumerable<IndexDescriptor> Describe(params Type[] types);
}

public class DescribeContext<T> : IDescriptor
{
    private readonly List<IndexDescriptor> _descriptors = [];

    public IEnumerable<IndexDescriptor> Describe(params Type[] types)
        => types is null or [] || types.Contains(typeof(T)) ? _descriptors : [];

    public IMapFor<T, TIndex> For<TIndex>() where TIndex : IIndex
    {
        var description = new MapDescription<T, TIndex>();
        _descriptors.Add(description.Descriptor);
        return description;
    }
}

public interface IMapFor<out T, TIndex> where TIndex : IIndex
{
    /// <summary>Indexes only such documents; decided anew at each save, for what was stored and for what is.</summary>
    IMapFor<T, TIndex> When(Func<T, bool> predicate);

    IGroupFor<TIndex> Map(Func<T, TIndex> map);

    IGroupFor<TIndex> Map(Func<T, IEnumerable<TIndex>> map);
}

/// <summary>What a map returns; reduced indexes, which go on from here, are left out.</summary>
public interface IGroupFor<TIndex> where TIndex : IIndex
{
}

/// <summary>One index of one type of documents.</summary>
public class IndexDescriptor
{
    public Type IndexType { get; set; }

    /// <summary>Null when all documents are indexed.</summary>
    public Func<object, bool> Filter { get; set; }

    public Func<object, CancellationToken, Task<IEnumerable<IIndex>>> Map { get; set; }

    /// <summary>Null for an index with a row per document, the only kind there is here.</summary>
    public Func<IGrouping<object, IIndex>, IIndex> Reduce { get; set; }
}

internal sealed class MapDescription<T, TIndex> : IMapFor<T, TIndex>, IGroupFor<TIndex> where TIndex : IIndex
{
    public IndexDescriptor Descriptor { get; } = new() { IndexType = typeof(TIndex) };

    public IMapFor<T, TIndex> When(Func<T, bool> predicate)
    {
        Descriptor.Filter = item => predicate((T)item);
        return this;
    }

    public IGroupFor<TIndex> Map(Func<T, TIndex> map) => Map(item => [map(item)]);

    public IGroupFor<TIndex> Map(Func<T, IEnumerable<TIndex>> map)
    {
        Descriptor.Map = (item, _) => Task.FromResult(map((T)item)?.Cast<IIndex>());
        return this;
    }
}
