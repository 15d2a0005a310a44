using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using OrchardCore.Infrastructure;
using OrchardCore.Recipes.Models;
using OrchardCore.Recipes.Services;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.Shared;

/// <summary>A site with the module and without customers, shared by the tests of a class.</summary>
public abstract class CustomersSite(TestSiteDatabase database) : IAsyncLifetime
{
    private TestSite? _site;

    public TestSite Site => _site!;

    public static Task<TestSite> StartAsync(TestSiteDatabase database, params string[] steps) => StartAsync(database, steps, services: null);

    public static Task<TestSite> StartAsync(TestSiteDatabase database, string[] steps, Action<IServiceCollection>? services)
        => TestSite.StartAsync("SampleHost", database, [CustomersConstants.Features.Customers], steps, services);

    /// <summary>A role that may enter the admin and nothing else.</summary>
    public const string Backstage = "Backstage";

    /// <summary>A role that may do everything the module knows, with the customers one manages.</summary>
    public const string Scoped = "Scoped";

    public static readonly IReadOnlyList<string> ScopedPermissions = [.. CustomersPermissions.All.Except([CustomersPermissions.ViewAllCustomers]).Select(permission => permission.Name)];

    public static readonly string Roles = $$"""
        {
          "name": "Roles",
          "Roles": [
            { "Name": "{{Backstage}}", "Permissions": [ "AccessAdminPanel" ] },
            { "Name": "{{Scoped}}", "Permissions": [ "AccessAdminPanel", "{{string.Join("\", \"", ScopedPermissions)}}" ] }
          ]
        }
        """;

    public async ValueTask InitializeAsync() => _site = await StartAsync(database, Roles);

    public async ValueTask DisposeAsync()
    {
        if (_site is not null)
        {
            await _site.DisposeAsync();
        }
    }
}

public sealed class SqliteSite() : CustomersSite(TestSiteDatabase.Sqlite);

public sealed class PostgresSite() : CustomersSite(TestSiteDatabase.Postgres);

/// <summary>What tests do with customers on a site, each in a scope of its own, as requests would.</summary>
internal static class CustomersSiteExtensions
{
    public static Task<(Result Result, ContentItem Customer)> CreateAsync(this TestSite site, Action<CustomerPart> fill)
        => site.InScopeAsync(async services =>
        {
            var manager = services.GetRequiredService<ICustomerManager>();
            var customer = await manager.NewAsync();
            customer.Alter(fill);

            return (await manager.CreateAsync(customer), customer);
        });

    /// <summary>Creates a customer that has to be accepted.</summary>
    /// <returns>Its content item id.</returns>
    public static async Task<string> AddAsync(this TestSite site, Action<CustomerPart> fill)
    {
        var (result, customer) = await site.CreateAsync(fill);
        Assert.True(result.Succeeded, string.Join(' ', result.Errors.Select(error => error.Message.Value)));

        return customer.ContentItemId;
    }

    public static Task<string> AddAsync(this TestSite site, string contactName) => site.AddAsync(part => part.ContactName = contactName);

    public static Task<CustomerPart?> ReadAsync(this TestSite site, string id)
        => site.InScopeAsync(async services => (await services.GetRequiredService<ICustomerManager>().FindAsync(id))?.GetOrCreate<CustomerPart>());

    public static Task<Result> UpdateAsync(this TestSite site, string id, Action<CustomerPart> change)
        => site.InScopeAsync(async services =>
        {
            var manager = services.GetRequiredService<ICustomerManager>();
            var customer = await manager.FindAsync(id);
            customer!.Alter(change);

            return await manager.UpdateAsync(customer!);
        });

    /// <summary>Makes a user, or what goes for one, the customer's account; or takes it off.</summary>
    public static Task GiveAccountAsync(this TestSite site, string id, string? userId) => site.InScopeAsync(async services =>
    {
        var manager = services.GetRequiredService<ICustomerManager>();
        var customer = await manager.FindAsync(id);
        services.GetRequiredService<CustomerAccountLink>().Change(customer!, userId);
        Assert.True((await manager.UpdateAsync(customer!)).Succeeded);
    });

    public static Task<Result> DeleteAsync(this TestSite site, string id)
        => site.InScopeAsync(async services =>
        {
            var manager = services.GetRequiredService<ICustomerManager>();

            return await manager.DeleteAsync((await manager.FindAsync(id))!);
        });

    /// <summary>Changes the customers' settings on their page.</summary>
    public static async Task ChangeSettingsAsync(this TestSite site, params (string Name, string Value)[] changes)
    {
        using var admin = await SiteUser.AdminAsync(site);
        var saved = await admin.SubmitAsync("/Admin/Settings/customers", [.. changes.Select(change => ("ISite.CustomerSettings." + change.Name, change.Value))]);
        Assert.Equal(HttpStatusCode.Redirect, saved.Status);
    }

    /// <summary>Runs a step of a recipe.</summary>
    /// <returns>What it has to say against it.</returns>
    public static async Task<IReadOnlyList<string>> RunAsync(this TestSite site, string step)
    {
        var json = JsonNode.Parse(step)!.AsObject();
        var context = new RecipeExecutionContext { Name = json["name"]!.ToString(), Step = json, RecipeDescriptor = new RecipeDescriptor() };

        try
        {
            await site.InScopeAsync(async services =>
            {
                foreach (var handler in services.GetServices<IRecipeStepHandler>())
                {
                    await handler.ExecuteAsync(context);
                }
            });
        }
        catch (Exception exception)
        {
            // Orchard's own content step throws what a validation says.
            return [.. context.Errors, exception.Message];
        }

        return [.. context.Errors];
    }

    /// <summary>The only error of a result, as <c>Key: message</c>.</summary>
    public static string TheError(this Result result)
    {
        Assert.False(result.Succeeded);
        var error = Assert.Single(result.Errors);

        return $"{error.Key}: {error.Message.Value}";
    }
}
