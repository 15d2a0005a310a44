using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace OrchardCore.Customers.Shared;

internal static class ModelStateExtensions
{
    /// <summary>A switch that was sent as neither on nor off is refused; it can't be drawn as it was sent, so it is drawn as off.</summary>
    public static void MendSwitches(this ModelStateDictionary modelState, string prefix, params string[] names)
    {
        foreach (var key in names.Select(name => $"{prefix}.{name}").Where(key => modelState[key] is { ValidationState: ModelValidationState.Invalid }))
        {
            modelState.SetModelValue(key, "false", "false");
        }
    }
}
