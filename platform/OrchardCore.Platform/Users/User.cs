namespace OrchardCore.Users.Models;

/// <summary>A user, as it is stored.</summary>
internal sealed class User : IUser
{
    public long Id { get; set; }

    public string UserId { get; set; }

    public string UserName { get; set; }

    public string NormalizedUserName { get; set; }

    public string Email { get; set; }

    public string NormalizedEmail { get; set; }

    public bool EmailConfirmed { get; set; }

    public string PasswordHash { get; set; }

    public string SecurityStamp { get; set; }

    public bool IsEnabled { get; set; } = true;

    public bool IsLockoutEnabled { get; set; }

    public DateTime? LockoutEndUtc { get; set; }

    public int AccessFailedCount { get; set; }

    public IList<string> RoleNames { get; set; } = [];
}
