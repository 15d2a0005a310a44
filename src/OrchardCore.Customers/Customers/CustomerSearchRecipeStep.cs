using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Customers.Shared.Sql.Search;
using OrchardCore.Environment.Shell.Scope;
using OrchardCore.Recipes.Models;
using OrchardCore.Recipes.Services;

namespace OrchardCore.Customers;

/// <summary>
/// The recipe step <c>CustomerSearchIndex</c> empties the index that customers are searched by; it is filled anew in the
/// background, and searches read the customers meanwhile.
/// </summary>
internal sealed class CustomerSearchRecipeStep() : NamedRecipeStepHandler("CustomerSearchIndex")
{
    protected override Task HandleAsync(RecipeExecutionContext context)
        => ShellScope.UsingChildScopeAsync(scope => scope.ServiceProvider.GetRequiredService<ICustomerSearchIndex>().ResetAsync());
}
