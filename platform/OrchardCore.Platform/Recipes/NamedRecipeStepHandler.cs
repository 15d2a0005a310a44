using OrchardCore.Recipes.Models;

namespace OrchardCore.Recipes.Services;

public interface IRecipeStepHandler
{
    /// <summary>Carries a step out, if it is one of those this handler is for.</summary>
    Task ExecuteAsync(RecipeExecutionContext context);
}

/// <summary>Carries out the steps of one name, whatever its case.</summary>
public abstract class NamedRecipeStepHandler : IRecipeStepHandler
{
#pragma warning disable CA1051 // A field, as Orchard has it.
    protected readonly string StepName;
#pragma warning restore CA1051

    protected NamedRecipeStepHandler(string stepName) => StepName = stepName;

    public Task ExecuteAsync(RecipeExecutionContext context)
        => StepName.Equals(context.Name, StringComparison.OrdinalIgnoreCase) ? HandleAsync(context) : Task.CompletedTask;

    protected abstract Task HandleAsync(RecipeExecutionContext context);
}
