using System.Net;
using System.Net.Http.Headers;
using System.Text.Encodings.Web;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OrchardCore.Customers.Companies;
using OrchardCore.Customers.Tests.Companies;
using OrchardCore.Customers.Tests.Shared;
using OrchardCore.Users;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.Api;

/// <summary>A site with companies and the API, whose tokens are the names of users; shared by the tests of a class.</summary>
public abstract class ApiSite(TestSiteDatabase database) : IAsyncLifetime
{
    private TestSite? _site;

    public TestSite Site => _site!;

    /// <summary>A role for a shop that asks about any customer.</summary>
    public const string Shop = "Shop";

    /// <summary>A role that asks about the customers one manages.</summary>
    public const string Agent = "Agent";

    private static readonly string Roles = $$"""
        {
          "name": "Roles",
          "Roles": [
            { "Name": "{{Shop}}", "Permissions": [ "{{CompaniesApiPermissions.AskCompanyRights.Name}}", "{{CustomersPermissions.ViewAllCustomers.Name}}" ] },
            { "Name": "{{Agent}}", "Permissions": [ "{{CompaniesApiPermissions.AskCompanyRights.Name}}" ] }
          ]
        }
        """;

    public async ValueTask InitializeAsync() => _site = await TestSite.StartAsync(
        "SampleHost", database, [CustomersConstants.Features.Customers, CustomersConstants.Features.Companies, CustomersConstants.Features.Api], [CustomersSite.Roles, CompaniesSite.Roles, Roles], UserTokens.Add);

    public async ValueTask DisposeAsync()
    {
        if (_site is not null)
        {
            await _site.DisposeAsync();
        }
    }
}

public sealed class SqliteApi() : ApiSite(TestSiteDatabase.Sqlite);

public sealed class PostgresApi() : ApiSite(TestSiteDatabase.Postgres);

/// <summary>Knows users by their names, as a site would by tokens it has given them.</summary>
internal sealed class UserTokens(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public static void Add(IServiceCollection services) => services.Configure<AuthenticationOptions>(options => options.AddScheme<UserTokens>("Bearer", null));

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        // The application asks as well, before the request comes to the site; it knows no users.
        if (!AuthenticationHeaderValue.TryParse(Request.Headers.Authorization, out var header) || Context.RequestServices.GetService<UserManager<IUser>>() is not { } users)
        {
            return AuthenticateResult.NoResult();
        }

        return await users.FindByNameAsync(header.Parameter!) is { } user
            ? AuthenticateResult.Success(new(await Context.RequestServices.GetRequiredService<SignInManager<IUser>>().CreateUserPrincipalAsync(user), Scheme.Name))
            : AuthenticateResult.Fail("Nobody has this token.");
    }
}

/// <summary>What the API answered.</summary>
internal sealed record ApiAnswer(HttpStatusCode Status, string MediaType, JsonNode Json)
{
    /// <summary>How many seconds to wait, where it says so.</summary>
    public string? RetryAfter { get; init; }

    public string? this[string name] => Json[name]?.ToString();

    /// <summary>The only error of each field, as <c>field: message</c>.</summary>
    public IEnumerable<string> Errors => Json["errors"]!.AsObject().Select(error => $"{error.Key}: {Assert.Single(error.Value!.AsArray())}");

    public static async Task<ApiAnswer> ReadAsync(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();

        return new(response.StatusCode, response.Content.Headers.ContentType?.MediaType ?? "", JsonNode.Parse(text.Length == 0 ? "{}" : text)!) { RetryAfter = response.Headers.RetryAfter?.ToString() };
    }
}

internal static class ApiSiteExtensions
{
    /// <summary>Asks as a program would.</summary>
    /// <param name="token">The name of a user; <see langword="null"/> for nobody.</param>
    public static async Task<ApiAnswer> AskAsync(this HttpClient client, string path, string? token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        using var response = await client.SendAsync(request);

        return await ApiAnswer.ReadAsync(response);
    }

    public static async Task<ApiAnswer> AskAsync(this TestSite site, string path, string? token)
    {
        using var client = site.NewClient();

        return await client.AskAsync(path, token);
    }
}
