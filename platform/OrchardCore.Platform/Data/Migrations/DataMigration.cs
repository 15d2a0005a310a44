using Microsoft.Extensions.DependencyInjection;
using YesSql.Sql;

namespace OrchardCore.Data.Migration;

public interface IDataMigration
{
    internal ISchemaBuilder SchemaBuilder { get; set; }
}

/// <summary>
/// Brings the data of a feature up to date. <c>Create</c> or <c>CreateAsync</c> runs where the feature is new, then
/// <c>UpdateFromN</c> for as long as there is one for the version reached; each returns the version it leads to.
/// </summary>
public abstract class DataMigration : IDataMigration
{
    ISchemaBuilder IDataMigration.SchemaBuilder
    {
        get => SchemaBuilder;
        set => SchemaBuilder = value;
    }

    /// <summary>Changes tables within the transaction of the migration.</summary>
    public ISchemaBuilder SchemaBuilder { get; set; }
}

public static class MigrationServiceCollectionExtensions
{
    public static IServiceCollection AddDataMigration<TDataMigration>(this IServiceCollection services)
        where TDataMigration : class, IDataMigration
        => services.AddScoped<IDataMigration, TDataMigration>();
}
