using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Data;
using OrchardCore.Data.Migration;
using OrchardCore.Documents;
using OrchardCore.Hosting;
using OrchardCore.Modules;
using OrchardCore.Recipes;
using OrchardCore.Security;
using OrchardCore.Settings;
using OrchardCore.Users.Indexes;
using OrchardCore.Users.Models;
using OrchardCore.Users.Services;

namespace OrchardCore.Users;

[Feature("OrchardCore.Users")]
internal sealed class UsersStartup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddIdentity<IUser, IRole>(options => options.User.RequireUniqueEmail = true).AddDefaultTokenProviders();
        services.ConfigureApplicationCookie(options =>
        {
            options.Cookie.Name = "orchauth_Default";
            options.LoginPath = "/Login";
            options.LogoutPath = "/Users/LogOff";
            options.AccessDeniedPath = "/Error/403";
        });

        services.AddScoped<IUserStore<IUser>, UserStore>();
        services.AddScoped<IUserClaimsPrincipalFactory<IUser>, UserClaims>();
        services.AddScoped<IUserService, UserService>();
        services.AddIndexProvider<UserIndexProvider>();
        services.AddDataMigration<UserMigrations>();
        services.AddScoped<ISetupHandler, UserSetup>();
        services.AddRecipeExecutionStep<UsersStep>();
    }
}

/// <summary>Makes the administrator.</summary>
internal sealed class UserSetup(UserManager<IUser> users, SiteDocument<SiteSettings> settings) : ISetupHandler
{
    public async Task SetUpAsync(SetupOptions options)
    {
        var admin = new User
        {
            UserName = options.AdminUsername,
            Email = options.AdminEmail,
            EmailConfirmed = true,
            RoleNames = [OrchardCoreConstants.Roles.Administrator],
        };

        var result = await users.CreateAsync(admin, options.AdminPassword);

        if (!result.Succeeded)
        {
            throw new InvalidOperationException(string.Join(' ', result.Errors.Select(error => error.Description)));
        }

        (await settings.LoadAsync()).SuperUser = admin.UserId;
        await settings.UpdateAsync();
    }
}
