using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using OrchardCore.Environment.Shell.Scope;
using OrchardCore.Infrastructure;
using OrchardCore.Recipes.Models;
using OrchardCore.Recipes.Services;

namespace OrchardCore.Customers.Companies.Members;

/// <summary>
/// The recipe step <c>Memberships</c> attaches customers to companies, by the rules of the pages:
/// <c>"Memberships": [{ "Customer": "ann@example.com", "Company": "…", "Unit": "Purchasing / Laboratory", "Roles": [ "Buyer" ], "Group": "Buyer" }]</c>.
/// Who belongs to the company already is left as it is; a row that breaks a rule is reported with its number and left out.
/// </summary>
internal sealed class MembershipsRecipeStep(IStringLocalizer<MembershipsRecipeStep> S) : NamedRecipeStepHandler("Memberships")
{
    protected override async Task HandleAsync(RecipeExecutionContext context)
    {
        var number = 0;

        foreach (var node in context.Step["Memberships"]?.AsArray() ?? [])
        {
            number++;

            foreach (var error in (await SaveAsync(node)).Errors)
            {
                context.Errors.Add(S["Membership {0}: {1}", number, error.Message.Value]);
            }
        }
    }

    /// <summary>A session of its own for each: what one refuses, the others don't suffer from.</summary>
    private async Task<Result> SaveAsync(JsonNode? node)
    {
        var result = Result.Success();

        try
        {
            if (node.Deserialize<MembershipRow>(MembershipRow.Options) is { } row)
            {
                await ShellScope.UsingChildScopeAsync(async scope => result = await SaveAsync(row, scope.ServiceProvider));
            }
        }
        catch (JsonException exception)
        {
            return CustomerWriter.Refused("", S["It can't be read: {0}", exception.Message]);
        }

        return result;
    }

    private static async Task<Result> SaveAsync(MembershipRow row, IServiceProvider services)
    {
        services.GetRequiredService<CustomerActor>().Means = CustomersRecipeStep.Means;
        var memberships = services.GetRequiredService<IMembershipManager>();
        var (result, membership) = await services.GetRequiredService<MembershipRecipeReader>().ReadAsync(row);

        if (!result.Succeeded || await memberships.FindAsync(membership.CustomerId, membership.CompanyId) is not null)
        {
            return result;
        }

        result = await memberships.AttachAsync(membership);

        return result.Succeeded && row.IsDefault ? await memberships.SetDefaultAsync(membership.CustomerId, membership.CompanyId) : result;
    }
}
