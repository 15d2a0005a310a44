namespace OrchardCore.Security.Permissions;

public class Permission
{
    internal const string ClaimType = "Permission";

    internal Permission(string name) => Name = name ?? throw new ArgumentNullException(nameof(name));

    public Permission(string name, string description, bool isSecurityCritical = false)
        : this(name)
    {
        Description = description;
        IsSecurityCritical = isSecurityCritical;
    }

    /// <summary>A permission that comes with others.</summary>
    /// <param name="name">What roles keep.</param>
    /// <param name="description">What people read.</param>
    /// <param name="impliedBy">Whoever has one of these has this one.</param>
    /// <param name="isSecurityCritical">Whether it is to be granted with care.</param>
    public Permission(string name, string description, IEnumerable<Permission> impliedBy, bool isSecurityCritical = false)
        : this(name, description, isSecurityCritical)
        => ImpliedBy = impliedBy;

    public string Name { get; }

    internal string Description { get; }

    internal IEnumerable<Permission> ImpliedBy { get; }

    internal bool IsSecurityCritical { get; }
}
