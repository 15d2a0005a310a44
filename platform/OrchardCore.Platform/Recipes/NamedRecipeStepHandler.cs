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
    private readonly string _stepName;

    protected NamedRecipeStepHandler(string stepName) => _stepName = stepName;

    public Task ExecuteAsync(RecipeExecutionContext context)
        => _stepName.Equals(context.Name, StringComparison.OrdinalIgnoreCase) ? HandleAsync(context) : Task.CompletedTask;

    protected abstract Task HandleAsync(RecipeExecutionContext context);
}
