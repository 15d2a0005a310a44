using Microsoft.Extensions.Localization;
using OrchardCore.Navigation;

namespace OrchardCore.Settings;

/// <summary>Where modules put the entries of their settings.</summary>
internal sealed class AdminMenu(IStringLocalizer<AdminMenu> S) : AdminNavigationProvider
{
    protected override ValueTask BuildAsync(NavigationBuilder builder)
    {
        builder.Add(S["Settings"], "after", settings => settings
            .Id("settings")
            .AddClass("settings")
            .AddClass("icon-class-fa-solid")
            .AddClass("icon-class-fa-gear"));

        return ValueTask.CompletedTask;
    }
}
