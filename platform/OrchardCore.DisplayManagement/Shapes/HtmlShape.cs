using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace OrchardCore.DisplayManagement;

/// <summary>HTML that is there already.</summary>
internal sealed class HtmlShape(IHtmlContent html) : IShape
{
    Task<IHtmlContent> IShape.DisplayAsync(ViewContext context) => Task.FromResult(html);
}
