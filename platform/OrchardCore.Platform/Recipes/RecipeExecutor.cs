using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Environment.Shell;
using OrchardCore.Recipes.Models;

namespace OrchardCore.Recipes.Services;

/// <summary>Carries a recipe out, each step in a scope of its own. A step of an unknown name does nothing.</summary>
internal sealed class RecipeExecutor(ShellHost host)
{
    /// <exception cref="InvalidOperationException">A step reported errors; what it saved stays.</exception>
    public async Task ExecuteAsync(RecipeDescriptor recipe)
    {
        foreach (var step in (await RecipeHarvester.ReadAsync(recipe))["steps"].AsArray())
        {
            var context = new RecipeExecutionContext { Name = step["name"].ToString(), Step = step.AsObject(), RecipeDescriptor = recipe };

            if (step.ToJsonString().Contains("\"[js:", StringComparison.Ordinal))
            {
                throw new NotSupportedException($"The platform runs no scripts in recipes, as the step '{context.Name}' asks for.");
            }

            var scope = await host.CreateScopeAsync();
            await scope.UsingAsync(async shell =>
            {
                foreach (var handler in shell.ServiceProvider.GetServices<IRecipeStepHandler>())
                {
                    await handler.ExecuteAsync(context);
                }
            });

            if (context.Errors.Count > 0)
            {
                throw new InvalidOperationException($"The step '{context.Name}' failed: {string.Join(' ', context.Errors)}");
            }
        }
    }
}
