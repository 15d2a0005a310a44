using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace OrchardCore.DisplayManagement;

/// <summary>Something that can be shown in a page.</summary>
public interface IShape
{
    internal Task<IHtmlContent> DisplayAsync(ViewContext context);
}
