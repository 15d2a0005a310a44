using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.DependencyInjection;

namespace OrchardCore.DisplayManagement.ModelBinding;

internal sealed class ControllerModelUpdater(Controller controller) : IUpdateModel
{
    public ModelStateDictionary ModelState => controller.ModelState;

    public async Task<bool> TryUpdateModelAsync<TModel>(TModel model, string prefix)
        where TModel : class
    {
        var before = new ModelStateDictionary(ModelState);
        ModelState.Clear();
        var isValid = await controller.TryUpdateModelAsync(model, prefix);
        ModelState.Merge(before);

        return isValid;
    }
}

internal sealed class UpdateModelAccessor : IUpdateModelAccessor
{
    public IUpdateModel ModelUpdater { get; set; }
}

/// <summary>Makes the controller whose action is about to run known to drivers.</summary>
internal sealed class ModelUpdaterFilter : IActionFilter
{
    public void OnActionExecuting(ActionExecutingContext context)
    {
        if (context.Controller is Controller controller)
        {
            context.HttpContext.RequestServices.GetRequiredService<UpdateModelAccessor>().ModelUpdater = new ControllerModelUpdater(controller);
        }
    }

    public void OnActionExecuted(ActionExecutedContext context)
    {
    }
}
