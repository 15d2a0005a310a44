namespace YesSql.Indexes;

public interface IIndexProvider
{
    /// <summary>The collection whose documents are indexed; null or empty is the default one.</summary>
    string CollectionName { get; set; }

    Type ForType();

    void Describe(IDescriptor context);
}

/// <summary>Describes the indexes of documents of exactly the type <typeparamref name="T"/>.</summary>
public abstract class IndexProvider<T> : IIndexProvider
{
    public string CollectionName { get; set; }

    public Type ForType() => typeof(T);

    public abstract void Describe(DescribeContext<T> context);

    void IIndexProvider.Describe(IDescriptor context) => Describe((DescribeContext<T>)context);
}
