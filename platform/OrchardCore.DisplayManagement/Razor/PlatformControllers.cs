using System.Reflection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.Extensions.DependencyInjection;

namespace OrchardCore.DisplayManagement.Razor;

/// <summary>Makes MVC take a controller that is not public.</summary>
internal sealed class PlatformControllers(Type controller) : IApplicationFeatureProvider<ControllerFeature>
{
    public static void Add<TController>(IServiceCollection services)
        where TController : Controller
        => services.Select(service => service.ImplementationInstance).OfType<ApplicationPartManager>().Single()
            .FeatureProviders.Add(new PlatformControllers(typeof(TController)));

    public void PopulateFeature(IEnumerable<ApplicationPart> parts, ControllerFeature feature) => feature.Controllers.Add(controller.GetTypeInfo());
}
