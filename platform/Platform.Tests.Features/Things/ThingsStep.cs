using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Environment.Shell.Scope;
using OrchardCore.Recipes.Models;
using OrchardCore.Recipes.Services;
using YesSql;

namespace Platform.Tests.Features.Things;

/// <summary>Saves notes: the texts of the step, and the lines of a file beside the recipe.</summary>
public sealed class ThingsStep(ISession session, IServiceProvider services) : NamedRecipeStepHandler("Things")
{
    protected override async Task HandleAsync(RecipeExecutionContext context)
    {
        foreach (var text in context.Step["Texts"]?.AsArray() ?? [])
        {
            await session.SaveAsync(new Note { Text = text.ToString() }, collection: Note.Collection);
        }

        if (context.Step["Path"]?.ToString() is { } path)
        {
            var recipe = context.RecipeDescriptor;
            using var reader = new StreamReader(recipe.FileProvider.GetFileInfo(recipe.BasePath + "/" + path).CreateReadStream());
            await session.SaveAsync(new Note { Text = (await reader.ReadToEndAsync()).Trim() }, collection: Note.Collection);
        }

        if (context.Step["Child"]?.ToString() is { } child)
        {
            await ShellScope.UsingChildScopeAsync(scope =>
            {
                var others = scope.ServiceProvider.GetRequiredService<ISession>();

                return others == services.GetRequiredService<ISession>()
                    ? throw new InvalidOperationException("A child scope has a session of its own.")
                    : others.SaveAsync(new Note { Text = child }, collection: Note.Collection);
            });
        }

        if (context.Step["Pause"] is { } pause)
        {
            await Task.Delay(pause.GetValue<int>());
        }

        if (context.Step["Error"]?.ToString() is { } error)
        {
            context.Errors.Add(error);
        }

        if (context.Step["Exception"]?.ToString() is { } exception)
        {
            throw new InvalidOperationException(exception);
        }
    }
}
