using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using OrchardCore.Users;
using OrchardCore.Users.Models;

namespace OrchardCore.Customers.Accounts;

/// <summary>
/// Checks a password against one that nobody has. Checking takes most of the time of a log-in: where there is nobody to
/// check it for, the answer would come so early that it tells just that.
/// </summary>
public sealed class DummyPassword(IOptions<PasswordHasherOptions> options)
{
    private readonly PasswordHasher<IUser> _hasher = new(options);
    private readonly Lazy<string> _hash = new(() => new PasswordHasher<IUser>(options).HashPassword(new User(), Guid.NewGuid().ToString()));

    public void Check(string password) => _hasher.VerifyHashedPassword(new User(), _hash.Value, password);
}
