using Platform.Tests.Databases;

namespace Platform.Tests.YesSql;

public sealed class CapturedValuesOnPostgres : CapturedValueContract<PostgresDatabase>;

public sealed class CapturedValuesOnSqlite : CapturedValueContract<SqliteDatabase>;

public sealed class CollectionsOnPostgres : CollectionContract<PostgresDatabase>;

public sealed class CollectionsOnSqlite : CollectionContract<SqliteDatabase>;

public sealed class ConcurrencyOnPostgres : ConcurrencyContract<PostgresDatabase>;

public sealed class ConcurrencyOnSqlite : ConcurrencyContract<SqliteDatabase>;

public sealed class DatesOnPostgres : DatesContract<PostgresDatabase>;

public sealed class DatesOnSqlite : DatesContract<SqliteDatabase>;

public sealed class DeletionsOnPostgres : DeletionContract<PostgresDatabase>;

public sealed class DeletionsOnSqlite : DeletionContract<SqliteDatabase>;

public sealed class FailuresOnPostgres : FailureContract<PostgresDatabase>;

public sealed class FailuresOnSqlite : FailureContract<SqliteDatabase>;

public sealed class GatingOnPostgres : GatingContract<PostgresDatabase>;

public sealed class IdentitiesOnPostgres : IdentityContract<PostgresDatabase>;

public sealed class IdentitiesOnSqlite : IdentityContract<SqliteDatabase>;

public sealed class IdentifiersOnPostgres : IdentifierContract<PostgresDatabase>;

public sealed class IdentifiersOnSqlite : IdentifierContract<SqliteDatabase>;

public sealed class IndexingOnPostgres : IndexingContract<PostgresDatabase>;

public sealed class IndexingOnSqlite : IndexingContract<SqliteDatabase>;

public sealed class LambdasOnPostgres : LambdaContract<PostgresDatabase>;

public sealed class LambdasOnSqlite : LambdaContract<SqliteDatabase>;

public sealed class QueriesOnPostgres : QueryContract<PostgresDatabase>;

public sealed class QueriesOnSqlite : QueryContract<SqliteDatabase>;

public sealed class SchemaOnPostgres : SchemaContract<PostgresDatabase>;

public sealed class SchemaOnSqlite : SchemaContract<SqliteDatabase>;

public sealed class SessionsOnPostgres : SessionContract<PostgresDatabase>;

public sealed class SessionsOnSqlite : SessionContract<SqliteDatabase>;

public sealed class SessionMisuseOnPostgres : SessionMisuseContract<PostgresDatabase>;

public sealed class SessionMisuseOnSqlite : SessionMisuseContract<SqliteDatabase>;

public sealed class SqlShapesOnPostgres : SqlShapeContract<PostgresDatabase>;

public sealed class SqlShapesOnSqlite : SqlShapeContract<SqliteDatabase>;

public sealed class SubSelectsOnPostgres : SubSelectContract<PostgresDatabase>;

public sealed class SubSelectsOnSqlite : SubSelectContract<SqliteDatabase>;

public sealed class TransactionsOnPostgres : TransactionContract<PostgresDatabase>;

public sealed class TransactionsOnSqlite : TransactionContract<SqliteDatabase>;

public sealed class TypesOnPostgres : TypesContract<PostgresDatabase>;

public sealed class TypesOnSqlite : TypesContract<SqliteDatabase>;
