using System.Text.Json.Nodes;
using Microsoft.Extensions.FileProviders;

namespace OrchardCore.Recipes.Models;

/// <summary>Where a recipe lies; its steps may name files beside it.</summary>
public class RecipeDescriptor
{
    internal IFileInfo RecipeFileInfo { get; init; }

    public IFileProvider FileProvider { get; set; }

    /// <summary>The folder of the recipe within <see cref="FileProvider"/>.</summary>
    public string BasePath { get; set; }
}

/// <summary>One step of a recipe that is being carried out.</summary>
public class RecipeExecutionContext
{
    /// <summary>The name of the step.</summary>
    public string Name { internal get; set; }

    /// <summary>The step as it is written in the recipe.</summary>
    public JsonObject Step { get; set; }

    public RecipeDescriptor RecipeDescriptor { get; set; }

    /// <summary>What the step complains about; one complaint stops the recipe after this step.</summary>
    public IList<string> Errors { get; } = [];
}
