using System.Text.Json.Nodes;
using CsvHelper;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Groups;
using OrchardCore.Environment.Shell.Scope;
using OrchardCore.Infrastructure;
using OrchardCore.Recipes.Models;
using OrchardCore.Recipes.Services;

namespace OrchardCore.Customers;

/// <summary>
/// The recipe step <c>Customers</c> creates customers: those of a CSV file beside the recipe
/// (<c>"Path": "customers.csv"</c>, UTF-8, comma, header of <see cref="CustomerPart"/> property names), those written
/// into the step (<c>"Customers": [{ "ContactName": "…" }]</c>), or both. Before them it makes the groups it names
/// (<c>"Groups": [{ "Code": "vip", "Name": "VIP" }]</c>). It saves in batches; rows that break a rule are reported with their
/// number and left out.
/// </summary>
internal sealed class CustomersRecipeStep(IStringLocalizer<CustomersRecipeStep> S) : NamedRecipeStepHandler("Customers")
{
    private const int BatchSize = 100;

    protected override async Task HandleAsync(RecipeExecutionContext context)
    {
        var number = 0;
        await MakeGroupsAsync(context);

        foreach (var batch in Rows(context).Chunk(BatchSize))
        {
            var results = await SaveAsync(batch);

            foreach (var error in results.SelectMany((result, index) => result.Errors.Select(error => S["Customer {0}: {1}", number + index + 1, error.Message.Value])))
            {
                context.Errors.Add(error);
            }

            number += batch.Length;
        }
    }

    /// <summary>A session of its own for each batch: what a session has saved, it would look through again at each flush.</summary>
    private static async Task<IReadOnlyList<Result>> SaveAsync(CustomerRow[] rows)
    {
        var results = new Result[rows.Length];

        await ShellScope.UsingChildScopeAsync(async scope =>
        {
            var manager = scope.ServiceProvider.GetRequiredService<ICustomerManager>();
            var reader = scope.ServiceProvider.GetRequiredService<CustomerRecipeReader>();
            var accepted = new List<(int Index, ContentItem Customer)>(rows.Length);

            for (var index = 0; index < rows.Length; index++)
            {
                var customer = await manager.NewAsync();
                results[index] = await reader.FillAsync(customer, rows[index].Values);

                if (results[index].Succeeded)
                {
                    accepted.Add((index, customer));
                }
            }

            var saved = await manager.CreateAsync([.. accepted.Select(row => row.Customer)]);

            foreach (var (row, result) in accepted.Zip(saved))
            {
                results[row.Index] = result;
            }
        });

        return results;
    }

    /// <summary>Groups that the customers are in; one that is there already stays as it is.</summary>
    private async Task MakeGroupsAsync(RecipeExecutionContext context) => await ShellScope.UsingChildScopeAsync(async scope =>
    {
        var manager = scope.ServiceProvider.GetRequiredService<ICustomerGroupManager>();
        var known = (await manager.ListAsync()).Select(group => CustomerGroupManager.Name(group).Code).ToHashSet(StringComparer.OrdinalIgnoreCase);

        foreach (var node in context.Step["Groups"]?.AsArray() ?? [])
        {
            var code = node?["Code"]?.ToString() ?? "";

            if (known.Contains(code))
            {
                continue;
            }

            var group = await manager.NewAsync();
            group.Alter<CustomerGroupPart>(part =>
            {
                part.Code = code;
                part.Name = node?["Name"]?.ToString();
                part.Description = node?["Description"]?.ToString();
            });

            foreach (var error in (await manager.CreateAsync(group)).Errors)
            {
                context.Errors.Add(S["Group {0}: {1}", code, error.Message.Value]);
            }
        }
    });

    private static IEnumerable<CustomerRow> Rows(RecipeExecutionContext context)
    {
        if (context.Step["Path"]?.ToString() is { Length: > 0 } path)
        {
            foreach (var row in RowsOfFile(context, path))
            {
                yield return row;
            }
        }

        foreach (var node in context.Step["Customers"]?.AsArray() ?? [])
        {
            yield return new CustomerRow(node!.AsObject().ToDictionary(pair => pair.Key, pair => pair.Value));
        }
    }

    private static IEnumerable<CustomerRow> RowsOfFile(RecipeExecutionContext context, string path)
    {
        var recipe = context.RecipeDescriptor;
        var file = recipe.FileProvider.GetFileInfo(recipe.BasePath + "/" + path);

        using var csv = CsvReader.Create(file.CreateReadStream(), new CsvReaderOptions { HasHeader = true }, leaveOpen: false);

        foreach (var _ in csv)
        {
            yield return new CustomerRow(csv.Headers.ToDictionary(name => name, name => (JsonNode?)csv.GetString(name)));
        }
    }

    private sealed record CustomerRow(Dictionary<string, JsonNode?> Values);
}
