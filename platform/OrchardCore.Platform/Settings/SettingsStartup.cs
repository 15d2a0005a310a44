using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Documents;
using OrchardCore.Hosting;
using OrchardCore.Modules;
using OrchardCore.Recipes;
using OrchardCore.Recipes.Models;
using OrchardCore.Recipes.Services;

namespace OrchardCore.Settings;

[Feature("OrchardCore.Settings")]
internal sealed class SettingsStartup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddScoped<ISiteService, SiteService>();
        services.AddScoped<ISetupHandler, SettingsSetup>();
        services.AddScoped<ILocalClock, LocalClock>();
        services.AddRecipeExecutionStep<SettingsStep>();
    }
}

internal sealed class SiteService(SiteDocument<SiteSettings> settings) : ISiteService
{
    public async Task<ISite> LoadSiteSettingsAsync() => await settings.LoadAsync();

    public async Task<ISite> GetSiteSettingsAsync() => await settings.GetAsync();

    public Task UpdateSiteSettingsAsync(ISite site) => settings.UpdateAsync();
}

internal sealed class SettingsSetup(SiteDocument<SiteSettings> settings) : ISetupHandler
{
    public async Task SetUpAsync(SetupOptions options)
    {
        var site = await settings.LoadAsync();
        site.SiteName = options.SiteName;
        site.TimeZoneId = options.SiteTimeZone;
        await settings.UpdateAsync();
    }
}

/// <summary>The recipe step <c>settings</c>: properties of the site, and settings of modules by the name of their class.</summary>
internal sealed class SettingsStep(SiteDocument<SiteSettings> settings) : NamedRecipeStepHandler("settings")
{
    protected override async Task HandleAsync(RecipeExecutionContext context)
    {
        var site = await settings.LoadAsync();

        foreach (var (name, value) in context.Step)
        {
            switch (name)
            {
                case "name":
                    break;

                case nameof(SiteSettings.SiteName):
                    site.SiteName = value.ToString();
                    break;

                case nameof(SiteSettings.BaseUrl):
                    site.BaseUrl = value.ToString();
                    break;

                case nameof(SiteSettings.TimeZoneId):
                    site.TimeZoneId = value.ToString();
                    break;

                case nameof(SiteSettings.PageSize):
                    site.PageSize = value.GetValue<int>();
                    break;

                default:
                    site.Properties[name] = value?.DeepClone();
                    break;
            }
        }

        await settings.UpdateAsync();
    }
}
