using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;
using OrchardCore.Users.Models;

namespace OrchardCore.Users.Services;

internal sealed class UserService(UserManager<IUser> users, SignInManager<IUser> signIn, IStringLocalizer<UserService> S) : IUserService
{
    public async Task<IUser> GetUserAsync(string usernameOrEmail)
        => await users.FindByNameAsync(usernameOrEmail) ?? await users.FindByEmailAsync(usernameOrEmail);

    public Task<IUser> GetUserByUniqueIdAsync(string userId) => users.FindByIdAsync(userId);

    public async Task<IUser> CreateUserAsync(IUser user, string password, Action<string, string> reportError)
    {
        var result = string.IsNullOrWhiteSpace(password) ? await users.CreateAsync(user) : await users.CreateAsync(user, password);

        foreach (var error in result.Errors)
        {
            reportError(FieldOf(error.Code), error.Description);
        }

        return result.Succeeded ? user : null;
    }

    async Task<IUser> IUserService.AuthenticateAsync(string usernameOrEmail, string password, Action<string, string> reportError)
    {
        var (field, refusal, user) = await CheckAsync(usernameOrEmail, password);

        if (refusal is not null)
        {
            reportError(field, refusal);
        }

        return refusal is null ? user : null;
    }

    private static string FieldOf(string error) => error switch
    {
        _ when error.StartsWith("Password", StringComparison.Ordinal) => "Password",
        _ when error.EndsWith("Email", StringComparison.Ordinal) => "Email",
        _ when error.EndsWith("UserName", StringComparison.Ordinal) => "UserName",
        _ => "",
    };

    private async Task<(string Field, LocalizedString Refusal, IUser User)> CheckAsync(string name, string password)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            return ("Username", S["A user name is required."], null);
        }

        if (string.IsNullOrWhiteSpace(password))
        {
            return ("Password", S["A password is required."], null);
        }

        var user = await GetUserAsync(name);
        var result = user is null ? SignInResult.Failed : await signIn.CheckPasswordSignInAsync(user, password, lockoutOnFailure: true);

        return result switch
        {
            { IsLockedOut: true } => ("", S["The user is locked out."], user),
            { IsNotAllowed: true } => ("", S["The specified user is not allowed to sign in."], user),
            { Succeeded: false } => ("", S["The specified username/password couple is invalid."], user),
            _ when !((User)user).IsEnabled => ("", S["The specified user is not allowed to sign in."], user),
            _ => ("", null, user),
        };
    }
}
