using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Locking;
using OrchardCore.Locking.Distributed;
using OrchardCore.Modules;
using OrchardCore.Recipes;

namespace OrchardCore.Hosting;

/// <summary>The small services that every site has.</summary>
internal sealed class SiteStartup : StartupBase
{
    public override int Order => CoreOrder.Services;

    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddSingleton<IClock, Clock>();
        services.AddSingleton<IDistributedLock, LocalLock>();
        services.AddScoped<FeatureSwitch>();
        services.AddRecipeExecutionStep<FeatureStep>();
    }
}
