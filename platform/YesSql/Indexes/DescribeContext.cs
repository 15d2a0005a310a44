namespace YesSql.Indexes;

public interface IDescriptor
{
    internal IEnumerable<IndexDescriptor> Descriptors { get; }
}

public class DescribeContext<T> : IDescriptor
{
    private readonly List<IndexDescriptor> _descriptors = [];

    IEnumerable<IndexDescriptor> IDescriptor.Descriptors => _descriptors;

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
internal sealed class IndexDescriptor(Type indexType)
{
    public Type IndexType { get; } = indexType;

    public Func<object, bool> Filter { get; set; } = _ => true;

    public Func<object, IEnumerable<IIndex>> Map { get; set; }
}

internal sealed class MapDescription<T, TIndex> : IMapFor<T, TIndex>, IGroupFor<TIndex> where TIndex : IIndex
{
    public IndexDescriptor Descriptor { get; } = new(typeof(TIndex));

    public IMapFor<T, TIndex> When(Func<T, bool> predicate)
    {
        Descriptor.Filter = item => predicate((T)item);
        return this;
    }

    public IGroupFor<TIndex> Map(Func<T, TIndex> map) => Map(item => [map(item)]);

    public IGroupFor<TIndex> Map(Func<T, IEnumerable<TIndex>> map)
    {
        Descriptor.Map = item => map((T)item)?.Where(row => row is not null).Cast<IIndex>() ?? [];
        return this;
    }
}
