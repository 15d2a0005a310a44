using Microsoft.AspNetCore.Routing;

namespace OrchardCore.Navigation;

/// <summary>Describes an entry of a menu, and collects those below it.</summary>
public class NavigationItemBuilder : NavigationBuilder
{
    internal MenuItem Item { get; } = new();

    public NavigationItemBuilder Id(string id)
    {
        Item.Id = id;

        return this;
    }

    /// <summary>Adds a class. Those that begin with <c>icon-class-</c> are classes of the icon.</summary>
    public NavigationItemBuilder AddClass(string className)
    {
        Item.Classes.Add(className);

        return this;
    }

    /// <summary>Says that the entry leads within the site. All of them do.</summary>
    public NavigationItemBuilder LocalNav() => this;

    /// <summary>Hides the entry from those who don't have the permission.</summary>
    public NavigationItemBuilder Permission(Security.Permissions.Permission permission)
    {
        Item.Permissions.Add(permission);

        return this;
    }

    public NavigationItemBuilder Action(string actionName, string controllerName, RouteValueDictionary values)
    {
        Item.RouteValues = new RouteValueDictionary(values) { ["action"] = actionName, ["controller"] = controllerName };

        return this;
    }

    public NavigationItemBuilder Action(string actionName, string controllerName, string areaName)
        => Action(actionName, controllerName, new RouteValueDictionary { ["area"] = areaName });
}
