using System.Globalization;
using CsvHelper;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Addresses;
using OrchardCore.Environment.Shell.Scope;
using OrchardCore.Infrastructure;
using OrchardCore.Recipes.Models;
using OrchardCore.Recipes.Services;

namespace OrchardCore.Customers;

/// <summary>
/// The recipe step <c>Customers</c> creates customers: those of a CSV file beside the recipe
/// (<c>"Path": "customers.csv"</c>, UTF-8, comma, header of <see cref="CustomerPart"/> property names), those written
/// into the step (<c>"Customers": [{ "ContactName": "…" }]</c>), or both. It saves in batches; rows that break a rule
/// are reported with their number and left out.
/// </summary>
internal sealed class CustomersRecipeStep(CustomerFields fields, IStringLocalizer<CustomersRecipeStep> S) : NamedRecipeStepHandler("Customers")
{
    private const int BatchSize = 100;

    private static readonly string[] OtherFields = [nameof(CustomerPart.DateOfBirth), nameof(CustomerPart.Gender), nameof(CustomerPart.Status)];

    protected override async Task HandleAsync(RecipeExecutionContext context)
    {
        var number = 0;

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
    private async Task<IReadOnlyList<Result>> SaveAsync(CustomerRow[] rows)
    {
        var results = new Result[rows.Length];

        await ShellScope.UsingChildScopeAsync(async scope =>
        {
            var manager = scope.ServiceProvider.GetRequiredService<ICustomerManager>();
            var accepted = new List<(int Index, ContentItem Customer)>(rows.Length);

            for (var index = 0; index < rows.Length; index++)
            {
                var customer = await manager.NewAsync();
                results[index] = Fill(customer, rows[index]);

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

    private Result Fill(ContentItem customer, CustomerRow row)
    {
        var errors = new List<ResultError>();
        var addresses = new AddressRows();

        customer.Alter<CustomerPart>(part =>
        {
            foreach (var (name, value) in row.Values.Where(pair => !string.IsNullOrWhiteSpace(pair.Value)))
            {
                if (AddressRows.IsField(name))
                {
                    if (!addresses.TryFill(name, value!))
                    {
                        errors.Add(new ResultError { Key = name, Message = S["“{0}” is no value for {1}.", value!, name] });
                    }
                }
                else if (!IsField(name))
                {
                    errors.Add(new ResultError { Key = name, Message = S["There is no field “{0}”.", name] });
                }
                else if (!TryFill(part, name, value!))
                {
                    errors.Add(new ResultError { Key = name, Message = S["“{0}” is no value for {1}.", value!, name] });
                }
            }
        });

        addresses.ApplyTo(customer);

        return errors.Count == 0 ? Result.Success() : Result.Failed([.. errors]);
    }

    private bool IsField(string name)
        => OtherFields.Concat(fields.Texts.Select(text => text.Name)).Contains(name, StringComparer.OrdinalIgnoreCase);

    private bool TryFill(CustomerPart part, string name, string value)
    {
        switch (name.ToUpperInvariant())
        {
            case "DATEOFBIRTH":
                var isDate = DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date);
                part.DateOfBirth = isDate ? date : null;
                return isDate;

            case "GENDER":
                part.Gender = value;
                return true;

            case "STATUS":
                var isStatus = Enum.TryParse<CustomerStatus>(value, ignoreCase: true, out var status) && Enum.IsDefined(status);
                part.Status = status;
                return isStatus;

            default:
                fields.Texts.First(text => text.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Write(part, value);
                return true;
        }
    }

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
            yield return new CustomerRow(node!.AsObject().ToDictionary(pair => pair.Key, pair => pair.Value?.ToString()));
        }
    }

    private static IEnumerable<CustomerRow> RowsOfFile(RecipeExecutionContext context, string path)
    {
        var recipe = context.RecipeDescriptor;
        var file = recipe.FileProvider.GetFileInfo(recipe.BasePath + "/" + path);

        using var csv = CsvReader.Create(file.CreateReadStream(), new CsvReaderOptions { HasHeader = true }, leaveOpen: false);

        foreach (var _ in csv)
        {
            yield return new CustomerRow(csv.Headers.ToDictionary(name => name, name => (string?)csv.GetString(name)));
        }
    }

    private sealed record CustomerRow(Dictionary<string, string?> Values);
}
