using Platform.Tests.Databases;
using YesSql;
using YesSql.Indexes;
using YesSql.Sql;

namespace Platform.Tests.YesSql;

/// <summary>A document whose index has a column of each type.</summary>
public abstract class ValueContract<TDatabase> : YesSqlContract<TDatabase>
    where TDatabase : TestDatabase, new()
{
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await AlterAsync(schema => schema.CreateMapIndexTableAsync<ValueIndex>(table =>
        {
            foreach (var property in typeof(ValueIndex).GetProperties().Where(property => property.Name != "Id"))
            {
                table.Column(property.Name, property.PropertyType);
            }
        }));
        Store.RegisterIndexes([new ValueIndexes()]);
    }

    protected Task StoreAsync(ValueIndex row) => StoredAsync(new Values { Row = row });

    protected async Task<ValueIndex> RowAsync()
    {
        await using var session = Store.CreateSession();
        return await session.QueryIndex<ValueIndex>().FirstOrDefaultAsync();
    }
}

public sealed class ValueIndexes : IndexProvider<Values>
{
    public override void Describe(DescribeContext<Values> context) => context.For<ValueIndex>().Map(values => values.Row.Copy());
}

public class ValueIndex : MapIndex
{
    public string Text { get; set; }

    public int Number { get; set; }

    public long Large { get; set; }

    public long? LargeOrNull { get; set; }

    public short Small { get; set; }

    public byte Tiny { get; set; }

    public bool Flag { get; set; }

    public bool? FlagOrNull { get; set; }

    public Level Level { get; set; }

    public Level? LevelOrNull { get; set; }

    public Guid Guid { get; set; }

    public Guid? GuidOrNull { get; set; }

    public double Double { get; set; }

    public float Float { get; set; }

    public char Letter { get; set; }

    public DateTime Date { get; set; }

    public DateTime? DateOrNull { get; set; }

    /// <summary>The default value could not be read where the clock is ahead of UTC.</summary>
    public DateTimeOffset DateWithOffset { get; set; } = DateTimeOffset.UnixEpoch;

    public ValueIndex Copy() => (ValueIndex)MemberwiseClone();
}

public sealed class Values
{
    public long Id { get; set; }

    public ValueIndex Row { get; set; }
}
