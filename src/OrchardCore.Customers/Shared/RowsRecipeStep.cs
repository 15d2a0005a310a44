using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using OrchardCore.Environment.Shell.Scope;
using OrchardCore.Infrastructure;
using OrchardCore.Recipes.Models;
using OrchardCore.Recipes.Services;

namespace OrchardCore.Customers.Shared;

/// <summary>
/// A recipe step that brings rows under its own name: <c>{ "name": "Companies", "Companies": [ { … } ] }</c>. Each is saved in a
/// session of its own, so that what one refuses the others don't suffer from; one that can't be read, has a property that
/// <typeparamref name="TRow"/> doesn't know, or breaks a rule is reported with its number and left out.
/// </summary>
/// <param name="S">The texts of the step itself.</param>
internal abstract class RowsRecipeStep<TRow>(string name, IStringLocalizer S) : NamedRecipeStepHandler(name)
    where TRow : class
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNameCaseInsensitive = true, Converters = { new JsonStringEnumConverter() }, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    /// <summary>Saves a row; what is there already is left as it is.</summary>
    protected abstract Task<Result> SaveAsync(TRow row, IServiceProvider services);

    /// <summary>How the recipe's log calls what is wrong with a row.</summary>
    /// <param name="number">Which row it is, from 1 on.</param>
    protected abstract LocalizedString Describe(int number, LocalizedString error);

    protected sealed override async Task HandleAsync(RecipeExecutionContext context)
    {
        var number = 0;

        foreach (var node in context.Step[StepName]?.AsArray() ?? [])
        {
            number++;

            foreach (var error in (await SaveAsync(node)).Errors)
            {
                context.Errors.Add(Describe(number, error.Message));
            }
        }
    }

    private async Task<Result> SaveAsync(JsonNode? node)
    {
        TRow? row;

        try
        {
            row = node.Deserialize<TRow>(Options);
        }
        catch (JsonException exception)
        {
            return CustomerWriter.Refused("", S["It can't be read: {0}", exception.Message]);
        }

        if (row is null)
        {
            return CustomerWriter.Refused("", S["It is empty."]);
        }

        var result = Result.Success();
        await ShellScope.UsingChildScopeAsync(async scope =>
        {
            scope.ServiceProvider.GetRequiredService<CustomerActor>().Means = CustomersRecipeStep.Means;
            result = await SaveAsync(row, scope.ServiceProvider);
        });

        return result;
    }
}
