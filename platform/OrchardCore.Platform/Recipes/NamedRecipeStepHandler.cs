using OrchardCore.Recipes.Models;

namespace OrchardCore.Recipes.Services;

public interface IRecipeStepHandler
{
    internal Task ExecuteAsync(RecipeExecutionContext context);
}

/// <summary>Carries out the steps of one name, whatever its case.</summary>
public abstract class NamedRecipeStepHandler : IRecipeStepHandler
{
    private readonly string _stepName;

    protected NamedRecipeStepHandler(string stepName) => _stepName = stepName;

    Task IRecipeStepHandler.ExecuteAsync(RecipeExecutionContext context)
        => _stepName.Equals(context.Name, StringComparison.OrdinalIgnoreCase) ? HandleAsync(context) : Task.CompletedTask;

    protected abstract Task HandleAsync(RecipeExecutionContext context);
}
