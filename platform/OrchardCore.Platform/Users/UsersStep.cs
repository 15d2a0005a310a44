using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using OrchardCore.Json;
using OrchardCore.Recipes.Models;
using OrchardCore.Recipes.Services;
using OrchardCore.Users.Models;

namespace OrchardCore.Users;

/// <summary>The recipe step <c>Users</c> makes users just as they are written, with the hashes of their passwords.</summary>
internal sealed class UsersStep(IUserStore<IUser> store) : NamedRecipeStepHandler("Users")
{
    protected override async Task HandleAsync(RecipeExecutionContext context)
    {
        foreach (var user in context.Step["Users"]?.Deserialize<List<User>>(StoredJson.Options) ?? [])
        {
            await store.CreateAsync(user, CancellationToken.None);
        }
    }
}
