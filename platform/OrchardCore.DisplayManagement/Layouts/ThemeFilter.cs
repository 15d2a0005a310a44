using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Filters;

namespace OrchardCore.DisplayManagement.Layouts;

/// <summary>A page gets its layout when its action begins; what a filter shows before has none.</summary>
internal sealed class ThemeFilter : IActionFilter
{
    public static bool HasTheme(HttpContext context) => context.Items.ContainsKey(typeof(ThemeFilter));

    public static void Begin(HttpContext context) => context.Items[typeof(ThemeFilter)] = true;

    public void OnActionExecuting(ActionExecutingContext context) => Begin(context.HttpContext);

    public void OnActionExecuted(ActionExecutedContext context)
    {
    }
}
