#nullable enable

using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OrchardCore.Environment.Shell;
using Platform.Tests.Databases;

namespace Platform.Tests.Hosting;

/// <summary>
/// A whole site in this process: an application's modules on Kestrel at a free port, set up by a recipe in a database
/// of its own. Runs the same on the platform and on the real packages.
/// </summary>
public sealed partial class TestSite : IAsyncDisposable
{
    public const string Admin = "admin";

    public const string Password = "Password1!";

    private const string Tenant = "OrchardCore:OrchardCore_AutoSetup:Tenants:0:";

    private readonly WebApplicationOptions _options;
    private readonly Dictionary<string, string?> _settings;
    private readonly string _root;
    private readonly string _postgres;
    private readonly Action<IServiceCollection>? _services;
    private bool _isGuest;
    private bool _isNode;
    private WebApplication _application = null!;

    private TestSite(WebApplicationOptions options, Dictionary<string, string?> settings, string postgres, Action<IServiceCollection>? services)
    {
        _services = services;
        _options = options;
        _settings = settings;
        _root = options.ContentRootPath!;
        _postgres = postgres;
    }

    public Uri Address { get; private set; } = null!;

    /// <summary>Where the site keeps its files, <c>App_Data</c> among them.</summary>
    public string Root => _root;

    /// <summary>How its database is reached, where that is a server; else empty.</summary>
    public string Connection => _postgres;

    /// <summary>Where the mails of the site are put as files.</summary>
    public string Mails => Path.Combine(_root, "App_Data", "Sites", "Default", "Emails");

    /// <summary>Sets a site up.</summary>
    /// <param name="application">The assembly of the application: it and the modules it references make the site.</param>
    /// <param name="database">The database it keeps its data in. A test on PostgreSQL is skipped where there is none.</param>
    /// <param name="features">Features to enable besides Orchard's own.</param>
    /// <param name="steps">Recipe steps after the one that enables the features, as JSON objects.</param>
    public static Task<TestSite> StartAsync(string application, TestSiteDatabase database, string[] features, params string[] steps)
        => StartAsync(application, database, features, steps, services: null);

    /// <inheritdoc cref="StartAsync(string, TestSiteDatabase, string[], string[])"/>
    /// <param name="services">Registers services of the application, which its site has too.</param>
    public static async Task<TestSite> StartAsync(string application, TestSiteDatabase database, string[] features, string[] steps, Action<IServiceCollection>? services)
    {
        var site = await CreateAsync(application, database, features, steps, services);
        using var client = site.NewClient();

        // The first request sets the site up and leads to its home page.
        using var setup = await client.GetAsync("/");

        if (setup.StatusCode != HttpStatusCode.Redirect)
        {
            throw new InvalidOperationException($"The site was not set up: {setup.StatusCode} {await setup.Content.ReadAsStringAsync()}");
        }

        return site;
    }

    /// <summary>Starts a site that nobody has asked for anything yet, so that it is not set up.</summary>
    /// <inheritdoc cref="StartAsync(string, TestSiteDatabase, string[], string[])"/>
    public static Task<TestSite> StartEmptyAsync(string application, TestSiteDatabase database, string[] features, params string[] steps)
        => CreateAsync(application, database, features, steps, services: null);

    private static async Task<TestSite> CreateAsync(string application, TestSiteDatabase database, string[] features, string[] steps, Action<IServiceCollection>? services)
    {
        SkipWithout(database);
        var postgres = "";

        if (database == TestSiteDatabase.Postgres)
        {
            postgres = await (await PostgresServer.GetAsync()).CreateDatabaseAsync();
        }

        var root = Directory.CreateTempSubdirectory("customers-test-").FullName;
        await WriteRecipeAsync(root, features, steps);

        var options = new WebApplicationOptions { ApplicationName = application, ContentRootPath = root };
        var site = new TestSite(options, Settings(database, postgres), postgres, services);
        await site.StartAsync();

        return site;
    }

    /// <summary>Sets another site up in the PostgreSQL database of this one, in tables of its own, whose names begin with a prefix.</summary>
    public async Task<TestSite> StartBesideAsync(string application, string prefix, string[] features)
    {
        var root = Directory.CreateTempSubdirectory("customers-test-").FullName;
        await WriteRecipeAsync(root, features, []);

        var settings = Settings(TestSiteDatabase.Postgres, _postgres);
        settings[Tenant + "DatabaseTablePrefix"] = prefix;
        var site = new TestSite(new WebApplicationOptions { ApplicationName = application, ContentRootPath = root }, settings, _postgres, services: null) { _isGuest = true };
        await site.StartAsync();
        using var client = site.NewClient();
        using var setup = await client.GetAsync("/");

        return site;
    }

    /// <summary>Starts another node of a site, in another process perhaps, on the files and database of one that outlives it.</summary>
    public static async Task<TestSite> OpenAsync(string application, TestSiteDatabase database, string root, string connection)
    {
        var options = new WebApplicationOptions { ApplicationName = application, ContentRootPath = root };
        var site = new TestSite(options, Settings(database, connection), connection, services: null) { _isNode = true };
        await site.StartAsync();
        using var client = site.NewClient();
        using var response = await client.GetAsync("/");

        return site;
    }

    /// <summary>Stops the application, starts it again on the same files and database, and wakes it by a request.</summary>
    public async Task RestartAsync()
    {
        await _application.StopAsync();
        await _application.DisposeAsync();
        await StartAsync();

        using var client = NewClient();
        using var response = await client.GetAsync("/");
    }

    /// <summary>A browser without eyes: cookies, and redirects that are not followed.</summary>
    public HttpClient NewClient() => new(new HttpClientHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = false }) { BaseAddress = Address };

    /// <summary>Runs code in a scope of the site, as a request would: what it saves is committed when it ends.</summary>
    public async Task InScopeAsync(Func<IServiceProvider, Task> execute)
    {
        var scope = await _application.Services.GetRequiredService<IShellHost>().GetScopeAsync(ShellSettings.DefaultShellName);
        await scope.UsingAsync(shell => execute(shell.ServiceProvider));
    }

    /// <inheritdoc cref="InScopeAsync(Func{IServiceProvider, Task})"/>
    public async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> execute)
    {
        var result = default(T)!;
        await InScopeAsync(async services => { result = await execute(services); });

        return result;
    }

    public async ValueTask DisposeAsync()
    {
        await _application.StopAsync();
        await _application.DisposeAsync();

        if (_isNode)
        {
            return;
        }

        if (_postgres.Length > 0 && !_isGuest)
        {
            await (await PostgresServer.GetAsync()).DropDatabaseAsync(_postgres);
        }

        Directory.Delete(_root, recursive: true);
    }

    /// <summary>Where a test runs, skips it when it can't have this database.</summary>
    static partial void SkipWithout(TestSiteDatabase database);

    /// <summary>Where a test runs, tells it what the site has to complain about.</summary>
    static partial void AddLog(ILoggingBuilder logging);

    private async Task StartAsync()
    {
        var builder = WebApplication.CreateBuilder(_options);
        builder.Configuration.AddInMemoryCollection(_settings);
        builder.Logging.ClearProviders();
        AddLog(builder.Logging);
        _services?.Invoke(builder.Services);
        builder.Services.AddOrchardCms().AddSetupFeatures("OrchardCore.AutoSetup");

        _application = builder.Build();
        _application.UseOrchardCore();
        await _application.StartAsync();

        Address = new Uri(_application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    private static async Task WriteRecipeAsync(string root, string[] features, string[] steps)
    {
        string[] enabled =
        [
            "OrchardCore.Admin", "OrchardCore.ContentFields", "OrchardCore.Contents", "OrchardCore.ContentTypes", "OrchardCore.Diagnostics", "OrchardCore.Email", "OrchardCore.Email.Smtp",
            "OrchardCore.Features", "OrchardCore.Navigation", "OrchardCore.Recipes", "OrchardCore.Resources", "OrchardCore.Roles",
            "OrchardCore.Settings", "OrchardCore.Themes", "OrchardCore.Users", "TheAdmin", "TheTheme", .. features,
        ];

        Directory.CreateDirectory(Path.Combine(root, "Recipes"));
        await File.WriteAllTextAsync(Path.Combine(root, "Recipes", "test.recipe.json"), $$"""
            {
              "name": "Test", "displayName": "Test", "issetuprecipe": true, "categories": [], "tags": [],
              "steps": [
                { "name": "feature", "enable": [ {{string.Join(", ", enabled.Select(feature => $"\"{feature}\""))}} ] },
                { "name": "themes", "admin": "TheAdmin", "site": "TheTheme" }
                {{string.Concat(steps.Select(step => "," + step))}}
              ]
            }
            """);
    }

    private static Dictionary<string, string?> Settings(TestSiteDatabase database, string postgres)
    {
        return new()
        {
            ["urls"] = "http://127.0.0.1:0",
            ["OrchardCore:OrchardCore_AutoSetup:AutoSetupPath"] = "",
            ["OrchardCore:OrchardCore_Email_Smtp:DefaultSender"] = "shop@example.com",
            ["OrchardCore:OrchardCore_Email_Smtp:DeliveryMethod"] = "SpecifiedPickupDirectory",
            [Tenant + "ShellName"] = ShellSettings.DefaultShellName,
            [Tenant + "SiteName"] = "Test",
            [Tenant + "SiteTimeZone"] = "Pacific/Auckland",
            [Tenant + "AdminUsername"] = Admin,
            [Tenant + "AdminEmail"] = "admin@example.com",
            [Tenant + "AdminPassword"] = Password,
            [Tenant + "DatabaseProvider"] = database.ToString(),
            [Tenant + "DatabaseConnectionString"] = postgres,
            [Tenant + "DatabaseTablePrefix"] = "",
            [Tenant + "RecipeName"] = "Test",
        };
    }
}

/// <summary>Named as Orchard names its database providers.</summary>
public enum TestSiteDatabase
{
    Sqlite,
    Postgres,
}
