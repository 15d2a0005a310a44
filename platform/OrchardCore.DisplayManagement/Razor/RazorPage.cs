using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Localization;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.DependencyInjection;

namespace OrchardCore.DisplayManagement.Razor;

/// <summary>The base of views: shows shapes, says texts in the language of the user, and puts titles together.</summary>
public abstract class RazorPage<TModel> : Microsoft.AspNetCore.Mvc.Razor.RazorPage<TModel>
{
    public IViewLocalizer T => field ??= Localizer();

    public Task<IHtmlContent> DisplayAsync(IShape shape) => shape.DisplayAsync(ViewContext);

    /// <summary>Adds a segment to the title of the page.</summary>
    /// <param name="segment">What is added.</param>
    /// <param name="position">Where among the other segments.</param>
    /// <param name="separator">What stands between the segments.</param>
    /// <returns>The title so far.</returns>
    public IHtmlContent RenderTitleSegments(IHtmlContent segment, string position = "0", IHtmlContent separator = null)
    {
        var title = Context.RequestServices.GetRequiredService<PageTitle>();
        title.Add(segment, position);

        return title.ToHtml(separator);
    }

    /// <inheritdoc cref="RenderTitleSegments(IHtmlContent, string, IHtmlContent)"/>
    public IHtmlContent RenderTitleSegments(string segment, string position = "0", IHtmlContent separator = null)
        => RenderTitleSegments(new StringHtmlContent(segment), position, separator);

    private IViewLocalizer Localizer()
    {
        var localizer = Context.RequestServices.GetRequiredService<IViewLocalizer>();
        ((IViewContextAware)localizer).Contextualize(ViewContext);

        return localizer;
    }
}
