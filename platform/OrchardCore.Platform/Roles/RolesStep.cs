using Microsoft.AspNetCore.Identity;
using OrchardCore.Recipes.Models;
using OrchardCore.Recipes.Services;
using OrchardCore.Security.Permissions;

namespace OrchardCore.Security;

/// <summary>The recipe step <c>Roles</c> makes roles, or changes what they may do.</summary>
internal sealed class RolesStep(RoleManager<IRole> roles) : NamedRecipeStepHandler("Roles")
{
    protected override async Task HandleAsync(RecipeExecutionContext context)
    {
        foreach (var described in context.Step["Roles"]?.AsArray() ?? [])
        {
            var name = described["Name"].ToString();
            var known = (Role)await roles.FindByNameAsync(name);
            var role = known ?? new Role { RoleName = name };
            role.RoleDescription = described["Description"]?.ToString() ?? role.RoleDescription;

            if (name != OrchardCoreConstants.Roles.Administrator)
            {
                var permissions = described["Permissions"]?.AsArray().Select(permission => permission.ToString()) ?? [];

                if (described["PermissionBehavior"]?.ToString() is null or "Replace")
                {
                    role.RoleClaims.RemoveAll(claim => claim.ClaimType == Permission.ClaimType);
                }

                role.Grant(permissions);
            }

            _ = known is null ? await roles.CreateAsync(role) : await roles.UpdateAsync(role);
        }
    }
}
