using Microsoft.AspNetCore.Mvc.ModelBinding;
using OrchardCore.Infrastructure;

namespace OrchardCore.Customers.Shared;

internal static class ResultExtensions
{
    /// <summary>Puts the errors beside the fields that their keys name; an error without a key belongs to the form.</summary>
    public static void AddTo(this Result result, ModelStateDictionary modelState)
    {
        foreach (var error in result.Errors)
        {
            modelState.AddModelError(error.Key, error.Message.Value);
        }
    }
}
