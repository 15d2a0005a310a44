using System.Text.Json.Serialization;

namespace OrchardCore.Users.Models;

/// <summary>A user, as it is stored.</summary>
public class User : IUser
{
    /// <summary>That of the document; YesSql knows by it that the user is stored.</summary>
    public long Id { get; set; }

    public string UserId { get; set; }

    public string UserName { get; set; }

    [JsonInclude]
    internal string NormalizedUserName { get; set; }

    public string Email { get; set; }

    [JsonInclude]
    internal string NormalizedEmail { get; set; }

    public bool EmailConfirmed { get; set; }

    [JsonInclude]
    internal string PasswordHash { get; set; }

    [JsonInclude]
    internal string SecurityStamp { get; set; }

    public bool IsEnabled { get; set; } = true;

    [JsonInclude]
    internal bool IsLockoutEnabled { get; set; }

    [JsonInclude]
    internal DateTime? LockoutEndUtc { get; set; }

    [JsonInclude]
    internal int AccessFailedCount { get; set; }

    public IList<string> RoleNames { get; set; } = [];
}
