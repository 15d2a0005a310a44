using System.Diagnostics.CodeAnalysis;

namespace OrchardCore.DisplayManagement.Zones;

/// <summary>Zones by name.</summary>
[SuppressMessage("Design", "MA0049", Justification = "Orchard's name.")]
public class Zones
{
    private readonly Dictionary<string, Zone> _zones = [];

    internal Zones()
    {
    }

    /// <summary>A zone. One that nothing was put into is there too, and shows nothing.</summary>
    public IShape this[string name] => Get(name);

    internal IEnumerable<Zone> All => _zones.Values;

    internal Zone Get(string name) => _zones.TryGetValue(name, out var zone) ? zone : _zones[name] = new Zone();
}
