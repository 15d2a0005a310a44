using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Security;
using OrchardCore.Users;
using OrchardCore.Users.Models;
using OrchardCore.Users.Services;
using Platform.Tests.Features.Things;
using Platform.Tests.Hosting;
using Xunit;

namespace Platform.Tests.Users;

public abstract class UserContract(Things things) : ThingsContract(things)
{
    [Fact]
    public Task TheSetupMakesAnAdministrator() => With<UserManager<IUser>>(async users =>
    {
        var admin = (User)await users.FindByNameAsync(TestSite.Admin);

        Assert.Equal(TestSite.Admin, admin.UserName);
        Assert.Equal("admin@example.com", admin.Email);
        Assert.True(admin.IsEnabled);
        Assert.True(admin.EmailConfirmed);
        Assert.Equal(["Administrator"], await users.GetRolesAsync(admin));
        Assert.True(await users.CheckPasswordAsync(admin, TestSite.Password));
        Assert.False(await users.CheckPasswordAsync(admin, "Password2!"));
    });

    [Fact]
    public async Task AUserIsFoundByNameAddressAndIdWhateverTheCase()
    {
        var user = await CreateAsync();
        Assert.Matches("^[0-9a-z]{26}$", user.UserId);

        await Site.InScopeAsync(async services =>
        {
            var users = services.GetRequiredService<UserManager<IUser>>();
            var service = services.GetRequiredService<IUserService>();

            Assert.Equal(user.UserId, ((User)await users.FindByNameAsync(user.UserName.ToUpperInvariant())).UserId);
            Assert.Equal(user.UserId, ((User)await users.FindByEmailAsync(user.Email.ToUpperInvariant())).UserId);
            Assert.Equal(user.UserName, (await users.FindByIdAsync(user.UserId)).UserName);
            Assert.Equal(user.UserName, (await service.GetUserByUniqueIdAsync(user.UserId)).UserName);
            Assert.Equal(user.UserName, (await service.GetUserAsync(user.UserName)).UserName);
            Assert.Equal(user.UserName, (await service.GetUserAsync(user.Email)).UserName);
        });
    }

    [Fact]
    public async Task UsersAreFoundByTheirRoleAndRolesAreListed()
    {
        var user = await CreateAsync();

        await Site.InScopeAsync(async services =>
        {
            var users = services.GetRequiredService<UserManager<IUser>>();
            var roles = services.GetRequiredService<RoleManager<IRole>>();

            Assert.Contains(TestSite.Admin, (await users.GetUsersInRoleAsync("administrator")).Select(found => found.UserName));
            Assert.DoesNotContain(user.UserName, (await users.GetUsersInRoleAsync("Administrator")).Select(found => found.UserName));
            Assert.Empty(await users.GetUsersInRoleAsync("No such role"));
            Assert.Contains("Administrator", roles.Roles.ToList().Select(role => ((Role)role).RoleName));
        });
    }

    [Fact]
    public Task NobodyIsFoundByANameThatNobodyHas() => Site.InScopeAsync(async services =>
    {
        var service = services.GetRequiredService<IUserService>();

        Assert.Null(await service.GetUserAsync("nobody"));
        Assert.Null(await service.GetUserByUniqueIdAsync("nobody"));
        await Assert.ThrowsAsync<ArgumentNullException>(() => service.GetUserAsync(null));
    });

    [Fact]
    public async Task NobodyIsFoundByNoId() => Assert.Null(await With<IUserService, IUser>(service => service.GetUserByUniqueIdAsync(null)));

    [Theory]
    [InlineData("Password1", "PasswordRequiresNonAlphanumeric")]
    [InlineData("password1!", "PasswordRequiresUpper")]
    [InlineData("PASSWORD1!", "PasswordRequiresLower")]
    [InlineData("Password!", "PasswordRequiresDigit")]
    [InlineData("Pas1!", "PasswordTooShort")]
    public async Task APasswordHasRules(string password, string error)
    {
        var result = await With<UserManager<IUser>, IdentityResult>(users => users.CreateAsync(NewUser(), password));

        Assert.Equal([error], result.Errors.Select(found => found.Code));
    }

    [Fact]
    public async Task NamesAndAddressesAreUnique()
    {
        var user = await CreateAsync();
        var sameName = NewUser();
        sameName.UserName = user.UserName.ToUpperInvariant();
        var sameAddress = NewUser();
        sameAddress.Email = user.Email.ToUpperInvariant();

        await With<UserManager<IUser>>(async users =>
        {
            Assert.Equal(["DuplicateUserName"], (await users.CreateAsync(sameName, TestSite.Password)).Errors.Select(error => error.Code));
            Assert.Equal(["DuplicateEmail"], (await users.CreateAsync(sameAddress, TestSite.Password)).Errors.Select(error => error.Code));
        });
    }

    [Fact]
    public async Task AUserMayHaveNoPasswordAndGetOneByAToken()
    {
        var user = NewUser();

        await With<UserManager<IUser>>(async users =>
        {
            Assert.True((await users.CreateAsync(user)).Succeeded);
            Assert.False(await users.HasPasswordAsync(user));
            Assert.False(await users.CheckPasswordAsync(user, ""));
        });
        var token = await With<UserManager<IUser>, string>(async users => await users.GeneratePasswordResetTokenAsync(await users.FindByNameAsync(user.UserName)));

        await With<UserManager<IUser>>(async users =>
        {
            var found = await users.FindByNameAsync(user.UserName);
            Assert.Equal(["InvalidToken"], (await users.ResetPasswordAsync(found, "no token", "Password2!")).Errors.Select(error => error.Code));
            Assert.True((await users.ResetPasswordAsync(found, token, "Password2!")).Succeeded);
        });

        await With<UserManager<IUser>>(async users =>
        {
            var found = await users.FindByNameAsync(user.UserName);
            Assert.True(await users.CheckPasswordAsync(found, "Password2!"));
            Assert.False((await users.ResetPasswordAsync(found, token, "Password3!")).Succeeded);
        });
    }

    /// <summary>Five failures are allowed, not four as Identity means it.</summary>
    [Fact]
    public async Task WhoFailsSixTimesIsLockedOut()
    {
        var user = await CreateAsync();

        for (var attempt = 1; attempt <= 5; attempt++)
        {
            Assert.Equal("|The specified username/password couple is invalid.", await RefusalAsync(user.UserName, "wrong"));
        }

        Assert.Equal("|The user is locked out.", await RefusalAsync(user.UserName, "wrong"));
        Assert.Equal("|The user is locked out.", await RefusalAsync(user.UserName, TestSite.Password));
    }

    [Fact]
    public async Task AUserLogsInByNameOrAddress()
    {
        var user = await CreateAsync();

        Assert.Equal("", await RefusalAsync(user.UserName, TestSite.Password));
        Assert.Equal("", await RefusalAsync(user.Email, TestSite.Password));
    }

    [Fact]
    public async Task WhoMayNotLogInIsToldWhy()
    {
        var disabled = await CreateAsync(user => user.IsEnabled = false);

        Assert.Equal("Username|A user name is required.", await RefusalAsync(" ", TestSite.Password));
        Assert.Equal("Password|A password is required.", await RefusalAsync("somebody", ""));
        Assert.Equal("|The specified username/password couple is invalid.", await RefusalAsync("nobody", TestSite.Password));
        Assert.Equal("|The specified user is not allowed to sign in.", await RefusalAsync(disabled.UserName, TestSite.Password));
    }

    [Fact]
    public async Task APrincipalSaysWhoTheUserIs()
    {
        var user = await CreateAsync(user => user.RoleNames = [ThingMigrations.Role]);
        var principal = await PrincipalAsync(user.UserName);

        Assert.Equal(user.UserId, principal.FindFirstValue(ClaimTypes.NameIdentifier));
        Assert.Equal(user.UserName, principal.Identity.Name);
        Assert.Equal([ThingMigrations.Role], principal.FindAll(ClaimTypes.Role).Select(claim => claim.Value));
        Assert.Equal(
            ["AspNet.Identity.SecurityStamp", "Permission", "email", "email_verified", ClaimTypes.Role, ClaimTypes.Email, ClaimTypes.Name, ClaimTypes.NameIdentifier],
            principal.Claims.Select(claim => claim.Type).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task RolesAreGivenAndTakenAway()
    {
        var user = await CreateAsync();

        await With<UserManager<IUser>>(async users =>
        {
            var found = await users.FindByNameAsync(user.UserName);
            Assert.True((await users.AddToRoleAsync(found, ThingMigrations.Role)).Succeeded);
            Assert.True(await users.IsInRoleAsync(found, ThingMigrations.Role));
        });

        Assert.Equal(ThingMigrations.Role, await RolesAsync(user));

        await With<UserManager<IUser>>(async users => await users.RemoveFromRoleAsync(await users.FindByNameAsync(user.UserName), ThingMigrations.Role));

        Assert.Equal("", await RolesAsync(user));
    }

    /// <summary>The id of a role is its name: the second one is taken for the first.</summary>
    [Fact]
    public async Task TwoRolesMayHaveOneName()
    {
        var name = NewName();

        foreach (var description in new[] { "First.", "Second." })
        {
            var result = await With<RoleManager<IRole>, IdentityResult>(roles => roles.CreateAsync(new Role { RoleName = name, RoleDescription = description }));
            Assert.True(result.Succeeded);
        }

        Assert.Equal("First.", ((Role)await With<RoleManager<IRole>, IRole>(roles => roles.FindByNameAsync(name))).RoleDescription);
    }

    [Fact]
    public async Task ANewRoleIsThereForItsScopeAndLaterOnes()
    {
        var name = NewName();

        await With<RoleManager<IRole>>(async roles =>
        {
            Assert.True((await roles.CreateAsync(new Role { RoleName = name, RoleDescription = "New." })).Succeeded);
            Assert.True(await roles.RoleExistsAsync(name));
        });

        var role = (Role)await With<RoleManager<IRole>, IRole>(roles => roles.FindByNameAsync(name));
        Assert.Equal("New.", role.RoleDescription);
        Assert.Empty(await With<RoleManager<IRole>, IList<Claim>>(roles => roles.GetClaimsAsync(role)));
    }

    [Fact]
    public async Task ADeletedUserIsGone()
    {
        var user = await CreateAsync();
        await With<UserManager<IUser>>(async users => await users.DeleteAsync(await users.FindByNameAsync(user.UserName)));

        Assert.Null(await With<UserManager<IUser>, IUser>(users => users.FindByNameAsync(user.UserName)));
    }

    private static User NewUser()
    {
        var name = NewName().Replace("-", "", StringComparison.Ordinal);

        return new User { UserName = name, Email = name + "@example.com", IsEnabled = true };
    }

    private async Task<User> CreateAsync(Action<User> alter = null)
    {
        var user = NewUser();
        alter?.Invoke(user);
        Assert.True((await With<UserManager<IUser>, IdentityResult>(users => users.CreateAsync(user, TestSite.Password))).Succeeded);

        return user;
    }

    /// <summary>Why somebody may not log in, with the field; empty when she may.</summary>
    private async Task<string> RefusalAsync(string name, string password)
    {
        var errors = new List<string>();
        var user = await With<IUserService, IUser>(service => service.AuthenticateAsync(name, password, (field, error) => errors.Add($"{field}|{error}")));
        Assert.Equal(errors.Count == 0, user is not null);

        return string.Join(' ', errors);
    }

    private Task<ClaimsPrincipal> PrincipalAsync(string name) => Site.InScopeAsync(async services =>
        await services.GetRequiredService<SignInManager<IUser>>().CreateUserPrincipalAsync(await services.GetRequiredService<UserManager<IUser>>().FindByNameAsync(name)));

    private Task<string> RolesAsync(User user)
        => With<UserManager<IUser>, string>(async users => string.Join(' ', await users.GetRolesAsync(await users.FindByNameAsync(user.UserName))));
}

[Collection(nameof(OnSqlite))]
public sealed class UsersOnSqlite(SqliteThings things) : UserContract(things);

[Collection(nameof(OnPostgres))]
public sealed class UsersOnPostgres(PostgresThings things) : UserContract(things);
