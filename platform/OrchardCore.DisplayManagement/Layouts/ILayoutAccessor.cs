using OrchardCore.DisplayManagement.Zones;

namespace OrchardCore.DisplayManagement.Layout;

/// <summary>The layout of the page that is being made.</summary>
public interface ILayoutAccessor
{
    internal ZoneHolding Layout { get; }
}

internal sealed class LayoutAccessor : ILayoutAccessor
{
    ZoneHolding ILayoutAccessor.Layout { get; } = new();
}
