using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Localization;

namespace OrchardCore.Navigation;

/// <summary>Collects the entries of a menu.</summary>
public class NavigationBuilder
{
    internal List<MenuItem> Items { get; } = [];

    /// <summary>Adds an entry. One of the same caption that is there already takes it in.</summary>
    public NavigationBuilder Add(LocalizedString caption, Action<NavigationItemBuilder> itemBuilder, IEnumerable<string> classes = null)
        => Add(caption, position: null, itemBuilder, classes);

    /// <inheritdoc cref="Add(LocalizedString, Action{NavigationItemBuilder}, IEnumerable{string})"/>
    [SuppressMessage("Style", "IDE0060", Justification = "Orchard's method has the priority.")]
    public NavigationBuilder Add(LocalizedString caption, string position, Action<NavigationItemBuilder> itemBuilder, IEnumerable<string> classes = null, int priority = 0)
    {
        var builder = new NavigationItemBuilder();
        itemBuilder(builder);
        builder.Item.Caption = caption;
        builder.Item.Position = position;
        builder.Item.Classes.AddRange(classes ?? []);
        builder.Item.Items.AddRange(builder.Items);
        Items.Add(builder.Item);

        return this;
    }
}
