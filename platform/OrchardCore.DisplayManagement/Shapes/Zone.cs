using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace OrchardCore.DisplayManagement.Zones;

/// <summary>A place that is filled from several sides. It shows what it got in the order of the positions.</summary>
internal sealed class Zone : IShape
{
    private readonly List<(IShape Shape, string Position)> _items = [];

    public bool IsEmpty => _items.TrueForAll(item => item.Shape is Zone { IsEmpty: true });

    public void Add(IShape shape, string position) => _items.Add((shape, position ?? ""));

    async Task<IHtmlContent> IShape.DisplayAsync(ViewContext context)
    {
        var html = new HtmlContentBuilder();

        foreach (var (shape, _) in _items.OrderBy(item => item.Position, PositionComparer.Instance))
        {
            html.AppendHtml(await shape.DisplayAsync(context));
        }

        return html;
    }
}

internal sealed class ZoneHolding : IZoneHolding
{
    public Zones Zones { get; } = new();

    public bool IsEmpty => Zones.All.All(zone => zone.IsEmpty);

    async Task<IHtmlContent> IShape.DisplayAsync(ViewContext context)
    {
        var html = new HtmlContentBuilder();

        foreach (IShape zone in Zones.All)
        {
            html.AppendHtml(await zone.DisplayAsync(context));
        }

        return html;
    }
}
