using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.BackgroundTasks;
using OrchardCore.ContentManagement;
using OrchardCore.Data;
using OrchardCore.Data.Migration;
using OrchardCore.Modules;
using OrchardCore.Recipes;
using OrchardCore.Security.Permissions;
using Platform.Tests.Features.Things;

namespace Platform.Tests.Features;

/// <summary>Says which startups were called, in their order.</summary>
public sealed record StartedFeature(string Name);

public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddSingleton(new StartedFeature(FeatureNames.Things));
        services.AddContentPart<ThingPart>().AddHandler<ThingPartHandler>();
        services.AddContentPart<FragilePart>().AddHandler<FragilePartHandler>().AddHandler<SecondFragilePartHandler>();
        services.AddIndexProvider<ThingIndexProvider>();
        services.AddIndexProvider<NoteIndexProvider>();
        services.AddDataMigration<ThingMigrations>();
        services.AddDataMigration<SynchronousMigrations>();
        services.AddPermissionProvider<ThingPermissions>();
        services.AddRecipeExecutionStep<ThingsStep>();
        services.Configure<StoreCollectionOptions>(options => options.Collections.Add(Note.Collection));
        services.AddScoped<IAuthorizationHandler, RefusingHandler>();
        services.AddSingleton<ThingEvents>();
        services.AddSingleton<JobLog>();
        services.AddSingleton<IBackgroundTask, FailingTask>();
        services.AddSingleton<IBackgroundTask, WorkingTask>();
    }

    public override void Configure(IApplicationBuilder app, IEndpointRouteBuilder routes, IServiceProvider serviceProvider) => routes.MapThingApi();
}

[Feature(FeatureNames.Base)]
public sealed class BaseStartup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services) => services.AddSingleton(new StartedFeature(FeatureNames.Base));
}

[Feature(FeatureNames.Extra)]
public sealed class ExtraStartup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddSingleton(new StartedFeature(FeatureNames.Extra));
        services.AddPermissionProvider<ExtraPermissions>();
        services.AddDataMigration<ExtraMigrations>();
    }
}

[RequireFeatures(FeatureNames.Extra)]
public sealed class ThingsWithExtraStartup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services) => services.AddSingleton(new StartedFeature("Things with extra"));
}

[RequireFeatures(FeatureNames.Extra, FeatureNames.Broken)]
public sealed class ThingsWithBothStartup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services) => services.AddSingleton(new StartedFeature("Things with both"));
}

[Feature(FeatureNames.Broken)]
public sealed class BrokenStartup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddSingleton(new StartedFeature(FeatureNames.Broken));
        services.AddDataMigration<BrokenMigrations>();
        services.AddDataMigration<UnbrokenMigrations>();
    }
}
