namespace OrchardCore.DisplayManagement.Zones;

/// <summary>A shape made of zones: an editor, the layout of a page.</summary>
public interface IZoneHolding : IShape
{
    Zones Zones { get; }
}
