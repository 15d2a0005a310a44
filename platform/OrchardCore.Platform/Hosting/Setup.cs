using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OrchardCore.Data;
using OrchardCore.Environment.Shell;
using OrchardCore.Recipes.Services;

namespace OrchardCore.Hosting;

/// <summary>What a new site begins with, named as in the configuration.</summary>
internal sealed class SetupOptions
{
    public string ShellName { get; set; }

    public string SiteName { get; set; }

    public string SiteTimeZone { get; set; }

    public string AdminUsername { get; set; }

    public string AdminEmail { get; set; }

    public string AdminPassword { get; set; }

    public string DatabaseProvider { get; set; }

    public string DatabaseConnectionString { get; set; }

    public string DatabaseTablePrefix { get; set; }

    public string RecipeName { get; set; }
}

/// <summary>Makes a site: its database, what its recipe says, its name and its administrator.</summary>
internal sealed class Setup(TenantSettings settings, TenantStores stores, ShellHost host, RecipeHarvester recipes, ILogger<Setup> logger)
{
    /// <returns>Whether the site is set up. If not, what was done until it failed stays in the database, and a second attempt fails for that.</returns>
    public async Task<bool> RunAsync(SetupOptions options)
    {
        settings.State = TenantState.Initializing;
        settings.Database = new DatabaseSettings
        {
            DatabaseProvider = options.DatabaseProvider,
            ConnectionString = options.DatabaseConnectionString,
            TablePrefix = options.DatabaseTablePrefix,
        };

        try
        {
            await SetUpAsync(options);
            settings.State = TenantState.Running;
            settings.Save();

            return true;
        }
        catch (Exception exception)
        {
            logger.LogError(exception, "The site was not set up.");
            settings.State = TenantState.Uninitialized;

            return false;
        }
        finally
        {
            await host.ReloadAsync();
        }
    }

    private async Task SetUpAsync(SetupOptions options)
    {
        var recipe = await recipes.FindAsync(options.RecipeName)
            ?? throw new InvalidOperationException($"There is no recipe named '{options.RecipeName}'.");

        if (await stores.IsInUseAsync())
        {
            throw new InvalidOperationException("The provided database and table prefix are already in use.");
        }

        await stores.Create().InitializeAsync();
        await new RecipeExecutor(host).ExecuteAsync(recipe);

        var scope = await host.CreateScopeAsync();
        await scope.UsingAsync(async shell =>
        {
            foreach (var handler in shell.ServiceProvider.GetServices<ISetupHandler>())
            {
                await handler.SetUpAsync(options);
            }
        });
    }
}

/// <summary>What a feature takes from the options of the setup, after the recipe.</summary>
internal interface ISetupHandler
{
    Task SetUpAsync(SetupOptions options);
}
