using OrchardCore.Recipes.Models;
using OrchardCore.Recipes.Services;

namespace OrchardCore.Modules;

/// <summary>The recipe step <c>feature</c>; features that don't exist are left out.</summary>
internal sealed class FeatureStep(FeatureSwitch features) : NamedRecipeStepHandler("feature")
{
    protected override Task HandleAsync(RecipeExecutionContext context)
        => features.EnableAsync(context.Step["enable"]?.AsArray().Select(id => id.ToString()) ?? []);
}
