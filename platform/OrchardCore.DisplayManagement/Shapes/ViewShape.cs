using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.DependencyInjection;

namespace OrchardCore.DisplayManagement;

/// <summary>A view model, shown by the view that its type names.</summary>
internal sealed class ViewShape(string type, string prefix, object model) : IShape
{
    Task<IHtmlContent> IShape.DisplayAsync(ViewContext context)
    {
        var services = context.HttpContext.RequestServices;
        var html = services.GetRequiredService<IHtmlHelper>();
        ((IViewContextAware)html).Contextualize(context);

        // The view sees the model state of the page, and names its fields after the prefix.
        var viewData = new ViewDataDictionary(context.ViewData);
        viewData.TemplateInfo.HtmlFieldPrefix = prefix;

        return html.PartialAsync(services.GetRequiredService<ShapeViews>().Find(type), model, viewData);
    }
}
