using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using OrchardCore.Modules;
using OrchardCore.Recipes.Models;

namespace OrchardCore.Recipes.Services;

/// <summary>Finds recipes: the files <c>Recipes/*.recipe.json</c> of the application and of its modules.</summary>
internal sealed class RecipeHarvester(IHostEnvironment environment, FeatureCatalog catalog)
{
    private const string Folder = "Recipes";
    private const string Extension = ".recipe.json";

    public async Task<RecipeDescriptor> FindAsync(string name)
    {
        foreach (var (files, path) in Paths())
        {
            var recipe = new RecipeDescriptor { FileProvider = files, BasePath = Folder, RecipeFileInfo = files.GetFileInfo(path) };

            if (string.Equals((await ReadAsync(recipe))["name"]?.ToString(), name, StringComparison.OrdinalIgnoreCase))
            {
                return recipe;
            }
        }

        return null;
    }

    public static async Task<JsonObject> ReadAsync(RecipeDescriptor recipe)
    {
        await using var stream = recipe.RecipeFileInfo.CreateReadStream();
        var options = new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

        return (await JsonNode.ParseAsync(stream, documentOptions: options)).AsObject();
    }

    private IEnumerable<(IFileProvider Files, string Path)> Paths()
    {
        var root = environment.ContentRootFileProvider;

        return root.GetDirectoryContents(Folder)
            .Select(file => (Files: root, Path: $"{Folder}/{file.Name}"))
            .Concat(catalog.Modules
                .Select(module => new EmbeddedFiles(module.Assembly))
                .SelectMany(files => files.Paths.Where(path => path.StartsWith(Folder + "/", StringComparison.Ordinal)), (files, path) => (Files: (IFileProvider)files, Path: path)))
            .Where(file => file.Path.EndsWith(Extension, StringComparison.OrdinalIgnoreCase));
    }
}
