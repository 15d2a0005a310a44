using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using OrchardCore.Navigation;

namespace Platform.Tests.Module;

internal sealed class AdminMenu(IStringLocalizer<AdminMenu> S) : AdminNavigationProvider
{
    protected override ValueTask BuildAsync(NavigationBuilder builder)
    {
        builder
            .Add(S["Notes <&>"], "2", notes => notes
                .AddClass("icon-class-fas")
                .AddClass("icon-class-fa-users")
                .AddClass("own-class")
                .Id("notes")
                .Add(S["Later"], "10", entry => entry.Id("later").Action("Notifications", "Pages", "Platform.Tests.Module").LocalNav())
                .Add(S["Zones"], "9", entry => entry.Id("zones").AddClass("zones-class").Action("Zones", "Pages", "Platform.Tests.Module").LocalNav())
                .Add(S["Managed"], "1", entry => entry.Id("managed").Action("Create", "Notes", "Platform.Tests.Module").Permission(NotesPermissions.ManageNotes).LocalNav()))
            .Add(S["Nothing inside"], "1", empty => empty.Id("empty"))
            .Add(S["Nothing allowed inside"], "1", parent => parent
                .Id("forbidden")
                .Add(S["Managed too"], entry => entry.Action("Create", "Notes", "Platform.Tests.Module").Permission(NotesPermissions.ManageNotes).LocalNav()))
            .Add(S["Settings"], settings => settings
                .Add(S["Notes"], entry => entry
                    .AddClass("notes")
                    .Id("note-settings")
                    .Action("Index", "Admin", new RouteValueDictionary { ["area"] = "OrchardCore.Settings", ["groupId"] = "notes" })
                    .Permission(NotesPermissions.ManageNotes)
                    .LocalNav()));

        return ValueTask.CompletedTask;
    }
}

/// <summary>Another provider with an entry of the same name: both become one.</summary>
internal sealed class MoreAdminMenu(IStringLocalizer<MoreAdminMenu> S) : AdminNavigationProvider
{
    protected override ValueTask BuildAsync(NavigationBuilder builder)
    {
        builder.Add(S["Notes <&>"], notes => notes
            .Add(S["Merged"], "9.5", entry => entry.Id("merged").Action("Plain", "Pages", "Platform.Tests.Module").LocalNav()));

        return ValueTask.CompletedTask;
    }
}

/// <summary>A provider that fails takes only its own entries with it.</summary>
internal sealed class BrokenAdminMenu : AdminNavigationProvider
{
    protected override ValueTask BuildAsync(NavigationBuilder builder) => throw new InvalidOperationException("This menu is broken.");
}
