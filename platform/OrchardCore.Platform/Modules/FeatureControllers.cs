using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Mvc.Controllers;

namespace OrchardCore.Modules;

/// <summary>Leaves only the controllers of features that are enabled.</summary>
internal sealed class FeatureControllers(EnabledFeatures features) : IApplicationFeatureProvider<ControllerFeature>
{
    public void PopulateFeature(IEnumerable<ApplicationPart> parts, ControllerFeature feature)
    {
        foreach (var controller in feature.Controllers.Where(controller => !features.Includes(controller)).ToList())
        {
            feature.Controllers.Remove(controller);
        }
    }
}

/// <summary>Puts controllers that name no area into that of their module.</summary>
internal sealed class ModuleAreas(FeatureCatalog catalog) : IControllerModelConvention
{
    public void Apply(ControllerModel controller)
    {
        if (!controller.RouteValues.ContainsKey("area") && catalog.ModuleOf(controller.ControllerType) is { } module)
        {
            controller.RouteValues["area"] = module.Id;
        }
    }
}
