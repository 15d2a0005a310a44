using OrchardCore.Customers.Tests.Companies;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.Authorization;

/// <summary>The same where there are companies. The role <c>Scoped</c> may do everything with them on this site, and sees only the own customers: so it may do nothing.</summary>
public abstract class CompaniesMatrixTests(TestSite site) : AuthorizationMatrixTests(site, RouteRules.Companies, [.. RouteRules.Customers.Keys, .. MembersRouteRules.All.Keys]);

public sealed class SqliteCompaniesMatrixTests(SqliteCompanies fixture) : CompaniesMatrixTests(fixture.Site), IClassFixture<SqliteCompanies>;

public sealed class PostgresCompaniesMatrixTests(PostgresCompanies fixture) : CompaniesMatrixTests(fixture.Site), IClassFixture<PostgresCompanies>;
