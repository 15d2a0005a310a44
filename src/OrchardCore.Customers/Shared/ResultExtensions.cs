using Microsoft.AspNetCore.Mvc.ModelBinding;
using OrchardCore.Infrastructure;
using OrchardCore.Mvc.ModelBinding;

namespace OrchardCore.Customers.Shared;

internal static class ResultExtensions
{
    /// <summary>Puts the errors beside the fields of a form.</summary>
    /// <param name="result">What a manager answered.</param>
    /// <param name="modelState">The state of the form.</param>
    /// <param name="prefix">The prefix of the fields that the keys name; an error without a key belongs to the form.</param>
    public static void AddTo(this Result result, ModelStateDictionary modelState, string prefix)
    {
        foreach (var error in result.Errors)
        {
            modelState.AddModelError(string.IsNullOrEmpty(error.Key) ? "" : prefix, error.Key, error.Message.Value);
        }
    }
}
