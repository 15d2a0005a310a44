using System.Text.Json.Nodes;
using Microsoft.Extensions.FileProviders;

namespace OrchardCore.Recipes.Models;

/// <summary>Where a recipe lies; its steps may name files beside it.</summary>
public class RecipeDescriptor
{
    internal IFileInfo RecipeFileInfo { get; init; }

    public IFileProvider FileProvider { get; internal init; }

    /// <summary>The folder of the recipe within <see cref="FileProvider"/>.</summary>
    public string BasePath { get; internal init; }
}

/// <summary>One step of a recipe that is being carried out.</summary>
public class RecipeExecutionContext
{
    internal string Name { get; init; }

    /// <summary>The step as it is written in the recipe.</summary>
    public JsonObject Step { get; internal init; }

    public RecipeDescriptor RecipeDescriptor { get; internal init; }

    /// <summary>What the step complains about; one complaint stops the recipe after this step.</summary>
    public IList<string> Errors { get; } = [];
}
