using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.DependencyInjection;

namespace OrchardCore.Customers.Recent;

/// <summary>Whoever is shown the page of a customer opened it.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RemembersCustomerAttribute : ActionFilterAttribute
{
    public override void OnActionExecuted(ActionExecutedContext context)
    {
        if (context.Result is ViewResult && context.RouteData.Values["id"] is string id)
        {
            context.HttpContext.RequestServices.GetRequiredService<RecentCustomers>().Add(id, context.HttpContext);
        }
    }
}
