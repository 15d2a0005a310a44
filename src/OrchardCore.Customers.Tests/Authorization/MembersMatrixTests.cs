using OrchardCore.Customers.Tests.Companies;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.Authorization;

/// <summary>The same for the people of companies and what they ask for.</summary>
public abstract class MembersMatrixTests(TestSite site) : AuthorizationMatrixTests(site, MembersRouteRules.All, [.. RouteRules.Customers.Keys, .. RouteRules.Companies.Keys]);

public sealed class SqliteMembersMatrixTests(SqliteCompanies fixture) : MembersMatrixTests(fixture.Site), IClassFixture<SqliteCompanies>;

public sealed class PostgresMembersMatrixTests(PostgresCompanies fixture) : MembersMatrixTests(fixture.Site), IClassFixture<PostgresCompanies>;
