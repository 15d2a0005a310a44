using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Display.ContentDisplay;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.Modules;
using OrchardCore.Navigation;
using OrchardCore.Security.Permissions;
using Platform.Tests.Module.Notes;
using Platform.Tests.Module.Settings;

namespace Platform.Tests.Module;

[Feature("Platform.Tests.Module")]
public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddContentPart<NotePart>().UseDisplayDriver<NotePartDisplayDriver>();
        services.AddContentPart<TagPart>().UseDisplayDriver<TagPartDisplayDriver>();
        services.AddContentPart<BrokenPart>().UseDisplayDriver<BrokenPartDisplayDriver>();
        services.AddContentPart<UnproxyablePart>().UseDisplayDriver<UnproxyablePartDisplayDriver>();
        services.AddScoped<IContentDisplayHandler, NoteDisplayHandler>();
        services.AddSiteDisplayDriver<NoteSettingsDisplayDriver>();
        services.AddSiteDisplayDriver<NoteColorsDisplayDriver>();
        services.AddPermissionProvider<PermissionsProvider>();
        services.AddNavigationProvider<AdminMenu>();
        services.AddNavigationProvider<MoreAdminMenu>();
        services.AddNavigationProvider<BrokenAdminMenu>();
    }
}
