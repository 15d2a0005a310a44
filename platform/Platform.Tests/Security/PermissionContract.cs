using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using OrchardCore.Security;
using OrchardCore.Security.Permissions;
using OrchardCore.Users;
using OrchardCore.Users.Models;
using Platform.Tests.Features;
using Platform.Tests.Features.Things;
using Platform.Tests.Hosting;
using Xunit;
using CommonPermissions = OrchardCore.Contents.CommonPermissions;

namespace Platform.Tests.Security;

/// <summary>Who may do what.</summary>
public abstract class PermissionContract(Things things) : ThingsContract(things)
{
    private static readonly ClaimsPrincipal Anonymous = new(new ClaimsIdentity());

    [Fact]
    public Task NoUserMayDoAnything() => With<IAuthorizationService>(async service =>
    {
        Assert.False(await service.AuthorizeAsync(null, CommonPermissions.ViewContent));
        Assert.False(await service.AuthorizeAsync(null, CommonPermissions.ViewContent, new object()));
    });

    [Fact]
    public Task EverybodyMayViewContent() => With<IAuthorizationService>(async service =>
    {
        Assert.True(await service.AuthorizeAsync(Anonymous, CommonPermissions.ViewContent));
        Assert.True(await service.AuthorizeAsync(Anonymous, CommonPermissions.ViewContent, new ContentItem { ContentType = "Thing" }));
        Assert.True(await service.AuthorizeAsync(Anonymous, CommonPermissions.ViewOwnContent));
        Assert.False(await service.AuthorizeAsync(Anonymous, CommonPermissions.EditContent));
        Assert.False(await service.AuthorizeAsync(Anonymous, CommonPermissions.ListContent));
        Assert.False(await service.AuthorizeAsync(Anonymous, ThingPermissions.View));
    });

    [Fact]
    public async Task AnAdministratorMayDoEverything()
    {
        var admin = await PrincipalAsync(TestSite.Admin);

        await With<IAuthorizationService>(async service =>
        {
            Assert.True(await service.AuthorizeAsync(admin, ThingPermissions.Other));
            Assert.True(await service.AuthorizeAsync(admin, ThingPermissions.View, new object()));
            Assert.True(await service.AuthorizeAsync(admin, new Permission("Nobody knows", "Nobody knows")));
        });
    }

    [Fact]
    public async Task AnyUserInTheRoleOfAdministratorsMayDoEverything()
    {
        var user = await PrincipalAsync(await CreateUserAsync("Administrator"));

        Assert.True(await MayAsync(user, ThingPermissions.Other));
        Assert.DoesNotContain(user.Claims, claim => claim.Type == Permission.ClaimType);
    }

    [Fact]
    public async Task ARoleGivesThePermissionsOfItsStereotypeAndWhatTheyImply()
    {
        var keeper = await PrincipalAsync(await CreateUserAsync(ThingMigrations.Role));

        Assert.True(await MayAsync(keeper, ThingPermissions.Edit));
        Assert.True(await MayAsync(keeper, ThingPermissions.View));
        Assert.False(await MayAsync(keeper, ThingPermissions.Manage));
        Assert.False(await MayAsync(keeper, ThingPermissions.Other));
        Assert.True(await MayAsync(keeper, CommonPermissions.ViewContent));
        Assert.Equal(["EditThings"], keeper.FindAll(Permission.ClaimType).Select(claim => claim.Value));
        Assert.True(keeper.IsInRole(ThingMigrations.Role));
    }

    /// <summary>Implied permissions go by their names alone, and circles do no harm.</summary>
    [Fact]
    public async Task WhatImpliesAPermissionMayBeImpliedInTurn()
    {
        var user = new ClaimsPrincipal(new ClaimsIdentity([new Claim(Permission.ClaimType, "a")], "test"));
        var first = new List<Permission> { new("a", "a") };
        var second = new Permission("b", "b", first);
        var third = new Permission("c", "c", [second]);
        first.Add(third);

        Assert.True(await MayAsync(user, third));
        Assert.False(await MayAsync(user, new Permission("d", "d", [new Permission("e", "e", [new Permission("f", "f")])])));
    }

    [Fact]
    public async Task AUserWithoutRolesMayWhatEverybodyMay()
    {
        var guest = await PrincipalAsync(await CreateUserAsync());

        Assert.True(await MayAsync(guest, CommonPermissions.ViewContent));
        Assert.False(await MayAsync(guest, ThingPermissions.View));
    }

    [Fact]
    public async Task ThePermissionsOfASecurableTypeAreGrantedBySingleTypes()
    {
        var user = new ClaimsPrincipal(new ClaimsIdentity([new Claim(Permission.ClaimType, "Edit_Thing"), new Claim(ClaimTypes.NameIdentifier, "me")], "test"));
        var thing = new ContentItem { ContentType = "Thing", Owner = "me" };
        var other = new ContentItem { ContentType = "Other", Owner = "me" };

        Assert.True(await MayAsync(user, CommonPermissions.EditContent, thing));
        Assert.True(await MayAsync(user, CommonPermissions.EditOwnContent, thing));
        Assert.False(await MayAsync(user, CommonPermissions.EditContent, other));
        Assert.False(await MayAsync(user, CommonPermissions.EditContent));
        Assert.False(await MayAsync(user, CommonPermissions.DeleteContent, thing));
        Assert.True(await MayAsync(user, CommonPermissions.EditContent, "Thing"));
    }

    [Fact]
    public async Task OnesOwnContentNeedsLess()
    {
        var user = new ClaimsPrincipal(new ClaimsIdentity([new Claim(Permission.ClaimType, "EditOwnContent"), new Claim(ClaimTypes.NameIdentifier, "me")], "test"));

        Assert.True(await MayAsync(user, CommonPermissions.EditContent, new ContentItem { ContentType = "Other", Owner = "me" }));
        Assert.False(await MayAsync(user, CommonPermissions.EditContent, new ContentItem { ContentType = "Other", Owner = "you" }));
        Assert.False(await MayAsync(user, CommonPermissions.EditContent, new ContentItem { ContentType = "Other" }));
        Assert.False(await MayAsync(user, CommonPermissions.EditContent));
    }

    [Fact]
    public async Task WhatOneHandlerRefusesNobodyMay()
    {
        var admin = await PrincipalAsync(TestSite.Admin);

        Assert.False(await MayAsync(admin, ThingPermissions.View, new RefusedThing()));
        Assert.False(await MayAsync(Anonymous, CommonPermissions.ViewContent, new RefusedThing()));
    }

    [Fact]
    public async Task ARoleThatIsThereGetsWhatANewFeatureGivesIt()
    {
        await using var site = await TestSite.StartAsync("Platform.Tests", TestSiteDatabase.Sqlite, [FeatureNames.Things],
            $$"""{ "name": "feature", "enable": [ "{{FeatureNames.Extra}}" ] }""");

        Assert.Equal("EditThings ExtraThings", await ClaimsAsync(site, ThingMigrations.Role));
        Assert.Equal("ExtraThings ViewContent", await ClaimsAsync(site, "Authenticated"));
        Assert.Equal("ViewContent", await ClaimsAsync(site, "Anonymous"));
        Assert.Equal("", await ClaimsAsync(site, "Administrator"));
    }

    private Task<bool> MayAsync(ClaimsPrincipal user, Permission permission, object resource = null)
        => With<IAuthorizationService, bool>(service => service.AuthorizeAsync(user, permission, resource));

    private async Task<string> CreateUserAsync(params string[] roles)
    {
        var name = NewName().Replace("-", "", StringComparison.Ordinal);
        await With<UserManager<IUser>>(async users =>
        {
            var result = await users.CreateAsync(new User { UserName = name, Email = name + "@example.com", IsEnabled = true, RoleNames = [.. roles] }, TestSite.Password);
            Assert.True(result.Succeeded);
        });

        return name;
    }

    private Task<ClaimsPrincipal> PrincipalAsync(string name) => Site.InScopeAsync(async services =>
        await services.GetRequiredService<SignInManager<IUser>>().CreateUserPrincipalAsync(await services.GetRequiredService<UserManager<IUser>>().FindByNameAsync(name)));

    private static Task<string> ClaimsAsync(TestSite site, string role) => site.InScopeAsync(async services =>
    {
        var roles = services.GetRequiredService<RoleManager<IRole>>();
        var claims = await roles.GetClaimsAsync(await roles.FindByNameAsync(role));

        return string.Join(' ', claims.Select(claim => claim.Value).Order(StringComparer.Ordinal));
    });
}

[Collection(nameof(OnSqlite))]
public sealed class PermissionsOnSqlite(SqliteThings things) : PermissionContract(things);

[Collection(nameof(OnPostgres))]
public sealed class PermissionsOnPostgres(PostgresThings things) : PermissionContract(things);
