using OrchardCore.DisplayManagement.Handlers;

namespace OrchardCore.DisplayManagement.Views;

/// <summary>What a driver answers: a shape, and where it goes.</summary>
public interface IDisplayResult
{
    internal Task ApplyAsync(BuildShapeContext context);
}

/// <summary>A shape that is made when its place is known to be shown.</summary>
public class ShapeResult : IDisplayResult
{
    private const string Hidden = "-";

    private readonly Func<Task<IShape>> _createAsync;
    private readonly List<string> _groups = [];
    private string _zone;
    private string _position;

    internal ShapeResult(Func<Task<IShape>> createAsync) => _createAsync = createAsync;

    /// <summary>Places the shape.</summary>
    /// <param name="location">
    /// A zone, and a position after a colon; <c>-</c> hides the shape. Tabs, cards and columns, which may follow, are not
    /// drawn here.
    /// </param>
    public ShapeResult Location(string location)
    {
        var place = location.Split('#', '%', '|')[0].Split(':', 2);
        _zone = place[0];
        _position = place.ElementAtOrDefault(1);

        return this;
    }

    /// <summary>Shows the shape in an editor of this group only; one without a group is shown only without a group.</summary>
    public ShapeResult OnGroup(string groupId)
    {
        _groups.Add(groupId);

        return this;
    }

    async Task IDisplayResult.ApplyAsync(BuildShapeContext context)
    {
        var isInGroup = _groups.Count == 0 ? context.GroupId.Length == 0 : _groups.Contains(context.GroupId, StringComparer.OrdinalIgnoreCase);

        if (isInGroup && _zone != Hidden)
        {
            var zone = _zone is null ? context.DefaultZone : context.Shape.Zones.Get(_zone);
            zone?.Add(await _createAsync(), _position ?? context.DefaultPosition);
        }
    }
}
