using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Mvc.Razor.Compilation;

namespace OrchardCore.DisplayManagement;

/// <summary>The views of shapes: those that lie directly in the <c>Views</c> folder of a module.</summary>
internal sealed class ShapeViews
{
    private readonly Dictionary<string, string> _paths = new(StringComparer.OrdinalIgnoreCase);

    public ShapeViews(ApplicationPartManager parts)
    {
        var views = new ViewsFeature();
        parts.PopulateFeature(views);

        foreach (var path in views.ViewDescriptors.Select(view => view.RelativePath))
        {
            if (path.Split('/') is ["", "Areas", _, "Views", var file])
            {
                _paths[Path.GetFileNameWithoutExtension(file)] = path;
            }
        }
    }

    /// <summary>The view of <c>CustomerPart_Edit</c> is <c>CustomerPart.Edit.cshtml</c>.</summary>
    public string Find(string shapeType)
        => _paths.TryGetValue(shapeType.Replace('_', '.'), out var path) ? path : throw new InvalidOperationException($"The shape type '{shapeType}' has no view.");
}
