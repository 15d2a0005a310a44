using Microsoft.Extensions.Localization;
using OrchardCore.Customers.Lists.Views;
using OrchardCore.Recipes.Models;
using OrchardCore.Recipes.Services;

namespace OrchardCore.Customers.Lists;

/// <summary>
/// The recipe step <c>CustomerViews</c> brings the views that roles share:
/// <c>"Views": [{ "Name": "…", "Role": "…", "Values": { "status": "Active" } }]</c>. A view that a role has already under
/// that name is replaced; one for a role that is not there is reported and left out.
/// </summary>
internal sealed class CustomerViewsRecipeStep(ISavedViewManager views, IStringLocalizer<CustomerViewsRecipeStep> S) : NamedRecipeStepHandler(Step)
{
    public const string Step = "CustomerViews";

    protected override async Task HandleAsync(RecipeExecutionContext context)
    {
        foreach (var node in context.Step["Views"]?.AsArray() ?? [])
        {
            var view = new SavedView
            {
                Name = node?["Name"]?.ToString() ?? "",
                Role = node?["Role"]?.ToString(),
                Values = node?["Values"]?.AsObject().ToDictionary(pair => pair.Key, pair => pair.Value?.ToString() ?? "") ?? [],
            };

            foreach (var error in (await views.ImportAsync(view)).Errors)
            {
                context.Errors.Add(S["View {0}: {1}", view.Name, error.Message.Value]);
            }
        }
    }
}
