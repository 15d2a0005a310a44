namespace YesSql.Indexes;

/// <summary>A row of an index table. Every public property is a column.</summary>
public interface IIndex
{
    long Id { get; set; }
}

public abstract class MapIndex : IIndex
{
    public long Id { get; set; }
}
