using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Handlers;
using OrchardCore.ContentManagement.Metadata;
using OrchardCore.ContentManagement.Records;
using OrchardCore.Data;
using OrchardCore.Data.Migration;
using OrchardCore.Modules;
using OrchardCore.Recipes;
using OrchardCore.Security.Permissions;

namespace OrchardCore.Contents;

[Feature("OrchardCore.Contents")]
internal sealed class ContentsStartup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddScoped<IContentDefinitionManager, ContentDefinitionManager>();
        services.AddScoped<IContentManager, ContentManager>();
        services.AddScoped<ContentHandlers>();
        services.AddIndexProvider<ContentItemIndexProvider>();
        services.AddDataMigration<ContentMigrations>();
        services.AddPermissionProvider<ContentPermissions>();
        services.AddScoped<IAuthorizationHandler, ContentAuthorizationHandler>();
    }
}

[Feature("OrchardCore.ContentTypes")]
internal sealed class ContentTypesStartup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services) => services.AddRecipeExecutionStep<ContentDefinitionStep>();
}
