using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace OrchardCore.Admin;

/// <summary>Gives the actions of the admin their addresses, and lets in only those who may enter.</summary>
internal sealed class AdminRoutes : IActionModelConvention
{
    private const string Prefix = "Admin/";
    private const string DefaultTemplate = "{area}/{controller}/{action}/{id?}";

    public void Apply(ActionModel action)
    {
        var own = action.Attributes.OfType<AdminAttribute>().SingleOrDefault();
        var shared = action.Controller.Attributes.OfType<AdminAttribute>().SingleOrDefault();

        if (own is null && shared is null && action.Controller.ControllerName != "Admin")
        {
            return;
        }

        var named = !string.IsNullOrEmpty(own?.Template) ? own : shared;
        action.Filters.Add(new TypeFilterAttribute(typeof(AdminFilter)));

        foreach (var selector in action.Selectors)
        {
            selector.EndpointMetadata.Add(named ?? own ?? new AdminAttribute());
            selector.AttributeRouteModel ??= new AttributeRouteModel
            {
                Template = Prefix + Escape(Fill(string.IsNullOrEmpty(named?.Template) ? DefaultTemplate : named.Template, action)),
                Name = named?.RouteName is { } name ? Fill(name, action) : null,
            };
        }
    }

    /// <summary>Brackets, as in regular expressions, would be tokens of MVC's own.</summary>
    private static string Escape(string template) => template.Replace("[", "[[", StringComparison.Ordinal).Replace("]", "]]", StringComparison.Ordinal);

    private static string Fill(string text, ActionModel action) => text
        .Replace("{area}", action.Controller.RouteValues["area"], StringComparison.Ordinal)
        .Replace("{controller}", action.Controller.ControllerName, StringComparison.Ordinal)
        .Replace("{action}", action.ActionName, StringComparison.Ordinal);
}
