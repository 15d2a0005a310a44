using OrchardCore.Customers.Tests.AssistedBuying;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.Authorization;

/// <summary>The same for assisted buying: for who may act for customers, and for who makes the secrets of storefronts.</summary>
public abstract class AssistMatrixTests(TestSite site) : AuthorizationMatrixTests(site, RouteRules.AssistedBuying,
[
    .. RouteRules.Customers.Keys, .. RouteRules.Accounts.Keys, .. RouteRules.Sites.Keys, .. StorefrontRules.All.Keys,
    "AssistEndpoints.ExchangeAsync", "AssistEndpoints.FindAsync", "AssistEndpoints.EndAsync", "AssistEndpoints.TryAsync", "AssistEndpoints.KeysAsync",
]);

public sealed class SqliteAssistMatrixTests(SqliteAssist fixture) : AssistMatrixTests(fixture.Site), IClassFixture<SqliteAssist>;

public sealed class PostgresAssistMatrixTests(PostgresAssist fixture) : AssistMatrixTests(fixture.Site), IClassFixture<PostgresAssist>;
