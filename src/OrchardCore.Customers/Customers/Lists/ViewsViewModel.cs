using OrchardCore.Customers.Lists.Views;

namespace OrchardCore.Customers.Lists;

/// <summary>What is said of a view when it is saved.</summary>
public sealed class ViewForm
{
    public string? Name { get; set; }

    /// <summary>Empty for a personal view.</summary>
    public string? Role { get; set; }

    /// <summary>Whether it opens with the list, for who saves it.</summary>
    public bool IsDefault { get; set; }

    internal void Fill(SavedView view)
    {
        view.Name = Name ?? "";
        view.Role = string.IsNullOrWhiteSpace(Role) ? null : Role.Trim();
    }
}

/// <summary>The inputs that saving and renaming have in common.</summary>
public sealed record ViewFields(ViewForm Form, bool MayShare, IReadOnlyList<string> Roles);

public sealed class ViewsViewModel
{
    /// <summary>The query string of the list that is saved.</summary>
    public required string List { get; init; }

    public required ViewForm Form { get; init; }

    public required bool MayShare { get; init; }

    /// <summary>Offered while one types a role.</summary>
    public required IReadOnlyList<string> Roles { get; init; }

    public required IReadOnlyList<ViewRow> Views { get; init; }

    public required string ListUrl { get; init; }
}

/// <param name="Url">Opens it; <see langword="null"/> when it is of a role that the user doesn't have.</param>
public sealed record ViewRow(string ViewId, string Name, string? Role, bool IsOwn, bool IsDefault, string? Url);

public sealed class ViewEditViewModel
{
    public required string ViewId { get; init; }

    public required ViewForm Form { get; init; }

    public required bool MayShare { get; init; }

    public required IReadOnlyList<string> Roles { get; init; }
}
