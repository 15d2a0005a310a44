using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Filters;

namespace OrchardCore.DisplayManagement.Layouts;

/// <summary>A page gets its layout when its action begins; what a filter shows before has none.</summary>
internal sealed class ThemeFilter : IActionFilter
{
    public static bool HasTheme(HttpContext context) => context.Items.ContainsKey(typeof(ThemeFilter));

    public void OnActionExecuting(ActionExecutingContext context) => context.HttpContext.Items[typeof(ThemeFilter)] = true;

    public void OnActionExecuted(ActionExecutedContext context)
    {
    }
}
