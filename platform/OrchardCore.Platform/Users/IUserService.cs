namespace OrchardCore.Users.Services;

public interface IUserService
{
    /// <summary>Checks a password, and counts the failures.</summary>
    /// <param name="usernameOrEmail">The name or the e-mail address of the user.</param>
    /// <param name="password">What was typed.</param>
    /// <param name="reportError">Gets the field of the form and why the user may not come in.</param>
    /// <returns>The user; <see langword="null"/> when there is none with this password, or when it may not log in.</returns>
    internal Task<IUser> AuthenticateAsync(string usernameOrEmail, string password, Action<string, string> reportError);

    /// <summary>Makes a user; without a password, when that is empty.</summary>
    /// <param name="user">A new <see cref="Models.User"/>.</param>
    /// <param name="password">By the rules for passwords.</param>
    /// <param name="reportError">Gets the field of the form and what is wrong.</param>
    /// <returns>The user; <see langword="null"/> when something was wrong.</returns>
    Task<IUser> CreateUserAsync(IUser user, string password, Action<string, string> reportError);

    /// <summary>The user with that name or, where there is none, with that e-mail address.</summary>
    Task<IUser> GetUserAsync(string usernameOrEmail);

    Task<IUser> GetUserByUniqueIdAsync(string userId);
}
