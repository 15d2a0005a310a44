using System.Data;
using System.Data.Common;
using Dapper;
using Platform.Tests.Databases;
using Xunit;
using YesSql;
using YesSql.Indexes;
using YesSql.Sql;

namespace Platform.Tests.YesSql;

/// <summary>What migrations do to the tables.</summary>
public abstract class SchemaContract<TDatabase> : YesSqlContract<TDatabase>
    where TDatabase : TestDatabase, new()
{
    [Fact]
    public async Task DocumentsStandInATableWithAnIndexOnTheirType()
    {
        Assert.Equal(
            IsPostgres
                ? ["Id int4 not null", "Type varchar(255) not null", "Content text", "Version int8 not null default 0"]
                : ["Id INT not null", "Type TEXT not null", "Content TEXT", "Version BIGINT not null default 0"],
            await ColumnsAsync("Document"));
        Assert.Contains("IX_Document_Type(Type)", await IndexesAsync("Document"));
    }

    [Fact]
    public async Task AnIndexTableHasAnIdADocumentIdAndAnIndexOnIt()
    {
        await AlterAsync(schema => schema.CreateMapIndexTableAsync<ThingIndex>(table => table.Column<string>("Name")));

        Assert.Equal(
            IsPostgres ? ["Id int4 not null", "DocumentId int4", "Name varchar(255)"] : ["Id INTEGER not null", "DocumentId INT", "Name TEXT"],
            await ColumnsAsync("ThingIndex"));
        Assert.Contains("IDX_FK_ThingIndex(DocumentId)", await IndexesAsync("ThingIndex"));
    }

    [Fact]
    public async Task AStoreWithLargeIdentitiesHasWiderColumns()
    {
        using var store = await NewStoreAsync(configuration => configuration.IdentityColumnSize = IdentityColumnSize.Int64);
        await AlterAsync(store, async schema =>
        {
            await schema.CreateMapIndexTableAsync<ThingIndex>(table => table.Column<string>("Name"));
            await schema.CreateTableAsync("Large", table => table
                .Column(IdentityColumnSize.Int64, "Id", column => column.PrimaryKey().Identity())
                .Column(IdentityColumnSize.Int64, "Other")
                .Column(IdentityColumnSize.Int32, "Small"));
        });

        Assert.Equal(
            IsPostgres ? ["Id int8 not null", "DocumentId int8", "Name varchar(255)"] : ["Id INTEGER not null", "DocumentId BIGINT", "Name TEXT"],
            await ColumnsAsync("ThingIndex"));
        Assert.Equal(
            IsPostgres ? ["Id int8 not null", "Other int8", "Small int4"] : ["Id INTEGER", "Other BIGINT", "Small INT"],
            await ColumnsAsync("Large"));
    }

    [Fact]
    public async Task ColumnsTakeLengthsDefaultsAndConstraints()
    {
        await AlterAsync(schema => schema.CreateTableAsync("Thing", table => table
            .Column<string>("Code", column => column.PrimaryKey().WithLength(10))
            .Column<string>("Plain")
            .Column<string>("Long", column => column.WithLength(4000))
            .Column<string>("Longer", column => column.WithLength(4001))
            .Column<string>("Unlimited", column => column.Unlimited())
            .Column<string>("Text", column => column.WithDefault("it's"))
            .Column<int>("Number", column => column.WithDefault(3))
            .Column<bool>("Flag", column => column.NotNull().WithDefault(true))
            .Column<string>("Required", column => column.NotNull())
            .Column<decimal>("Money")));

        Assert.Equal(
            IsPostgres
                ?
                [
                    "Code varchar(10) not null", "Plain varchar(255)", "Long varchar(4000)", "Longer text", "Unlimited text",
                    "Text varchar(255) default 'it''s'", "Number int4 default 3", "Flag bool not null default true", "Required varchar(255) not null",
                    "Money numeric(19,5)",
                ]
                :
                [
                    "Code TEXT", "Plain TEXT", "Long TEXT", "Longer TEXT", "Unlimited TEXT",
                    "Text TEXT default 'it''s'", "Number INT default 3", "Flag BOOL not null default 1", "Required TEXT not null",
                    "Money NUMERIC",
                ],
            await ColumnsAsync("Thing"));
    }

    [Fact]
    public async Task AUniqueColumnIsGuardedByTheDatabase()
    {
        await AlterAsync(schema => schema.CreateTableAsync("Thing", table => table
            .Column<int>("Id", column => column.PrimaryKey().Identity())
            .Column<string>("Code", column => column.Unique())));
        await using var connection = await OpenAsync();
        var insert = $"INSERT INTO {Table("Thing")} ({Column("Code")}) VALUES (@code)";

        await connection.ExecuteAsync(insert, new { code = "a" });
        await connection.ExecuteAsync(insert, new { code = "b" });
        await connection.ExecuteAsync(insert, new { code = (string)null });
        await connection.ExecuteAsync(insert, new { code = (string)null });
        await Assert.ThrowsAnyAsync<DbException>(() => connection.ExecuteAsync(insert, new { code = "a" }));

        // COLLATE NOCASE
        var otherCase = connection.ExecuteAsync(insert, new { code = "A" });
        Assert.Equal(!IsPostgres, await Record.ExceptionAsync(() => otherCase) is not null);
    }

    [Fact]
    public async Task ATableCanBeAltered()
    {
        await AlterAsync(schema => schema.CreateMapIndexTableAsync<ThingIndex>(table => table.Column<string>("Name")));
        await AlterAsync(schema => schema.AlterIndexTableAsync<ThingIndex>(table =>
        {
            table.AddColumn<string>("Code", column => column.WithLength(20));
            table.AddColumn<int>("Number", column => column.NotNull().WithDefault(7));
            table.AddColumn<bool>("Flag");
            table.CreateIndex("IDX_Thing", "Code", "DocumentId");
        }));

        string[] added = IsPostgres ? ["Code varchar(20)", "Number int4 not null default 7", "Flag bool"] : ["Code TEXT", "Number INT not null default 7", "Flag BOOL"];
        Assert.Equal(added, (await ColumnsAsync("ThingIndex")).Skip(3));
        Assert.Contains("IDX_Thing(Code,DocumentId)", await IndexesAsync("ThingIndex"));
    }

    [Fact]
    public async Task AUniqueColumnCanBeAddedLaterOnPostgresAlone()
    {
        Task AddAsync() => AlterAsync(schema => schema.AlterIndexTableAsync<PersonIndex>(table => table.AddColumn<string>("Code", column => column.Unique())));

        if (IsPostgres)
        {
            await AddAsync();
        }
        else
        {
            await Assert.ThrowsAnyAsync<DbException>(AddAsync);
        }
    }

    [Fact]
    public async Task ACollectionsIndexTableAndItsIndexesCarryItsName()
    {
        await Store.InitializeCollectionAsync(Collection);
        await AlterAsync(async schema =>
        {
            await schema.CreateMapIndexTableAsync<ThingIndex>(table => table.Column<string>("Name"), Collection);
            await schema.AlterIndexTableAsync<ThingIndex>(table => table.CreateIndex("IDX_Staff_Name", "Name"), Collection);
        });

        Assert.Equal(["IDX_FK_Staff_ThingIndex(DocumentId)", "IDX_Staff_Name(Name)"], (await IndexesAsync("Staff_ThingIndex")).Order(StringComparer.Ordinal));
        Assert.Contains("IX_Staff_Document_Type(Type)", await IndexesAsync("Staff_Document"));
    }

    [Fact]
    public async Task ErrorsAreThrownUnlessTheBuilderWasToldNotTo()
    {
        await Assert.ThrowsAnyAsync<DbException>(() => AlterAsync(schema => schema.AlterTableAsync("NoSuchTable", table => table.AddColumn<string>("Name"))));
        await Assert.ThrowsAnyAsync<DbException>(() => AlterAsync(schema => schema.CreateMapIndexTableAsync<PersonIndex>(table => table.Column<string>("Name"))));

        await AlterAsync(schema => new SchemaBuilder(Store.Configuration, schema.Transaction, throwOnError: false)
            .AlterTableAsync("NoSuchTable", table => table.AddColumn<string>("Name")));
    }

    [Fact]
    public async Task WhatIsNotCommittedIsNotThere()
    {
        await Assert.ThrowsAsync<TimeoutException>(() => AlterAsync(async schema =>
        {
            await schema.CreateTableAsync("Thing", table => table.Column<int>("Number"));
            throw new TimeoutException();
        }));

        await Assert.ThrowsAnyAsync<DbException>(() => CountRowsAsync("Thing"));
    }

    [Fact]
    public async Task ASchemaBuilderSaysWhatRawSqlNeeds()
    {
        using var store = await NewStoreAsync(configuration => configuration.SetTablePrefix(IsPostgres ? "t1_" : ""));
        await AlterAsync(store, async schema =>
        {
            Assert.Equal(IsPostgres ? "t1_" : "", schema.TablePrefix);
            Assert.Equal(IsPostgres ? "PostgreSql" : "Sqlite", schema.Dialect.Name);
            Assert.Equal(ConnectionState.Open, schema.Connection.State);
            Assert.Same(schema.Connection, schema.Transaction.Connection);
            Assert.Equal("PersonIndex", schema.TableNameConvention.GetIndexTable(typeof(PersonIndex)));
            await Task.CompletedTask;
        });

        var dialect = Store.Configuration.SqlDialect;
        Assert.Equal(IsPostgres ? "\"a\"" : "[a]", dialect.QuoteForColumnName("a"));
        Assert.Equal(IsPostgres ? "\"a\"" : "[a]", dialect.QuoteForTableName("a", schema: null));
    }

    [Fact]
    public async Task AStoreMayLiveInASchemaOfItsOwnOnPostgres()
    {
        Assert.SkipUnless(IsPostgres, "SQLite has no schemas.");

        using var store = await NewStoreAsync(configuration => configuration.Schema = "own");
        await CreateTablesAsync(store, collection: null);
        store.RegisterIndexes([new PersonIndexes()]);

        await using var session = store.CreateSession();
        await session.SaveAsync(new Person { Name = "Ann" });
        Assert.Equal("Ann", (await session.Query<Person, PersonIndex>(row => row.Name == "Ann").OrderBy(row => row.Age).ListAsync()).Single().Name);
        Assert.Equal("\"own\".\"a\"", store.Configuration.SqlDialect.QuoteForTableName("a", "own"));
    }

    private async Task<string[]> ColumnsAsync(string table)
    {
        await using var connection = await OpenAsync();
        var columns = IsPostgres
            ? await connection.QueryAsync<(string Name, string Type, bool NotNull, string Default)>(
                """
                SELECT attname, format_type(atttypid, atttypmod), attnotnull, pg_get_expr(adbin, adrelid)
                FROM pg_attribute LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
                WHERE attrelid = (quote_ident(@table))::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum
                """,
                new { table })
            : await connection.QueryAsync<(string, string, bool, string)>("SELECT name, type, \"notnull\" <> 0, dflt_value FROM pragma_table_info(@table)", new { table });

        return [.. columns.Select(column => $"{column.Item1} {ShortType(column.Item2)}{(column.Item3 ? " not null" : "")}{Default(column.Item4)}")];
    }

    private static string ShortType(string type) => type
        .Replace("character varying", "varchar", StringComparison.Ordinal)
        .Replace("bigint", "int8", StringComparison.Ordinal)
        .Replace("integer", "int4", StringComparison.Ordinal)
        .Replace("boolean", "bool", StringComparison.Ordinal);

    private static string Default(string expression) => expression is null ? "" : " default " + expression.Split("::")[0];

    private async Task<string[]> IndexesAsync(string table)
    {
        await using var connection = await OpenAsync();

        if (IsPostgres)
        {
            var definitions = await connection.QueryAsync<(string Name, string Definition)>("SELECT indexname, indexdef FROM pg_indexes WHERE tablename = @table AND indexname NOT LIKE '%pkey'", new { table });
            return [.. definitions.Select(index => index.Name + index.Definition[index.Definition.IndexOf('(', StringComparison.Ordinal)..].Replace("\"", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal))];
        }

        var rows = await connection.QueryAsync<(string Index, string Column)>(
            "SELECT list.name, info.name FROM pragma_index_list(@table) AS list, pragma_index_info(list.name) AS info WHERE list.origin = 'c' ORDER BY list.name, info.seqno",
            new { table });
        return [.. rows.GroupBy(row => row.Index).Select(index => $"{index.Key}({string.Join(',', index.Select(row => row.Column))})")];
    }

    public sealed class ThingIndex : MapIndex
    {
        public string Name { get; set; }
    }
}
