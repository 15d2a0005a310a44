using OrchardCore.ContentManagement;
using OrchardCore.Customers;
using OrchardCore.Environment.Shell.Scope;
using OrchardCore.Recipes.Models;
using OrchardCore.Recipes.Services;
using YesSql;

namespace SampleHost;

/// <summary>
/// The recipe step <c>SampleAccounts</c> gives made-up customers an account: <c>"Accounts": [{ "Customer": "ann@example.com", "UserId": "…" }]</c>.
/// A real customer gets one by the link of an invitation and by nothing else, so the module has no such step.
/// </summary>
internal sealed class SampleAccountsStep() : NamedRecipeStepHandler("SampleAccounts")
{
    protected override async Task HandleAsync(RecipeExecutionContext context)
    {
        foreach (var row in context.Step["Accounts"]?.AsArray() ?? [])
        {
            await ShellScope.UsingChildScopeAsync(scope => LinkAsync(context, scope.ServiceProvider, $"{row?["Customer"]}", $"{row?["UserId"]}"));
        }
    }

    private static async Task LinkAsync(RecipeExecutionContext context, IServiceProvider services, string email, string userId)
    {
        var customer = await services.GetRequiredService<YesSql.ISession>().Query<ContentItem, CustomerIndex>(index => index.Email == email).FirstOrDefaultAsync();

        if (customer is null)
        {
            context.Errors.Add($"There is no customer with the address {email}.");

            return;
        }

        services.GetRequiredService<CustomerActor>().Means = "Recipe";
        services.GetRequiredService<CustomerAccountLink>().Change(customer, userId);

        foreach (var error in (await services.GetRequiredService<ICustomerManager>().UpdateAsync(customer)).Errors)
        {
            context.Errors.Add(error.Message.Value);
        }
    }
}
