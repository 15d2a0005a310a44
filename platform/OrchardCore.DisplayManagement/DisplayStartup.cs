using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentFields;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Display;
using OrchardCore.DisplayManagement.Layout;
using OrchardCore.DisplayManagement.Layouts;
using OrchardCore.DisplayManagement.ModelBinding;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.DisplayManagement.Razor;
using OrchardCore.Modules;
using OrchardCore.ResourceManagement;

namespace OrchardCore.DisplayManagement;

/// <summary>What pages are made with.</summary>
internal sealed class DisplayStartup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddSingleton<ShapeViews>();
        services.AddSingleton<IFileVersionProvider, ModuleFileVersions>();
        services.AddScoped<ILayoutAccessor, LayoutAccessor>();
        services.AddScoped<IResourceManager, ResourceManager>();
        services.AddScoped<PageTitle>();
        services.AddScoped<Notifier>();
        services.AddScoped<INotifier>(provider => provider.GetRequiredService<Notifier>());
        services.AddScoped<UpdateModelAccessor>();
        services.AddScoped<IUpdateModelAccessor>(provider => provider.GetRequiredService<UpdateModelAccessor>());
        services.Configure<MvcOptions>(options =>
        {
            options.Filters.Add<ThemeFilter>();
            options.Filters.Add<ModelUpdaterFilter>();
            options.Filters.Add(new AutoValidateAntiforgeryTokenAttribute());
        });
    }
}

[Feature("OrchardCore.Contents")]
internal sealed class ContentDisplayStartup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
        => services.AddScoped<IContentItemDisplayManager, ContentItemDisplayManager>();
}

[Feature("OrchardCore.ContentFields")]
internal sealed class ContentFieldsStartup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddContentField<TextField>();
        services.AddContentField<NumericField>();
        services.AddContentField<BooleanField>();
        services.AddContentField<DateField>();
        services.AddScoped<IFieldEditor, TextFieldEditor>();
        services.AddScoped<IFieldEditor, NumericFieldEditor>();
        services.AddScoped<IFieldEditor, BooleanFieldEditor>();
        services.AddScoped<IFieldEditor, DateFieldEditor>();
    }
}
