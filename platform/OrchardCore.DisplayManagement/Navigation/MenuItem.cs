using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using OrchardCore.Security.Permissions;

namespace OrchardCore.Navigation;

/// <summary>An entry of a menu.</summary>
internal sealed class MenuItem
{
    private const string IconPrefix = "icon-class-";

    public LocalizedString Caption { get; set; }

    public string Id { get; set; }

    public string Position { get; set; }

    public RouteValueDictionary RouteValues { get; set; }

    public List<string> Classes { get; } = [];

    public List<Permission> Permissions { get; } = [];

    public List<MenuItem> Items { get; set; } = [];

    /// <summary>Where the entry leads; <see langword="null"/> when it only holds others.</summary>
    public string Url { get; set; }

    /// <summary>Whether it leads to the page that is shown, or holds the entry that does.</summary>
    public bool IsActive { get; set; }

    /// <summary>The entries that hold no others, in it or itself.</summary>
    public IEnumerable<MenuItem> Leaves => Items.Count == 0 ? [this] : Items.SelectMany(item => item.Leaves);

    /// <summary>The classes of the icon; <see langword="null"/> when there is none.</summary>
    public string Icon => Join(Classes.Where(IsIcon).Select(name => name[IconPrefix.Length..]));

    /// <summary>The classes of the entry itself; <see langword="null"/> when it has none.</summary>
    public string OwnClasses => Join([.. Classes.Where(name => !IsIcon(name)), .. IsActive ? ["active"] : Array.Empty<string>()]);

    /// <summary>Makes one of two entries of the same caption.</summary>
    public void TakeIn(MenuItem other)
    {
        Id ??= other.Id;
        Position ??= other.Position;
        RouteValues ??= other.RouteValues;
        Classes.AddRange(other.Classes.Except(Classes));
        Permissions.AddRange(other.Permissions);
        Items.AddRange(other.Items);
    }

    private static bool IsIcon(string className) => className.StartsWith(IconPrefix, StringComparison.Ordinal);

    private static string Join(IEnumerable<string> classes) => string.Join(' ', classes) is { Length: > 0 } joined ? joined : null;
}
