using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using OrchardCore.Customers.Shared;

namespace OrchardCore.Customers.Companies;

/// <summary>The tab of a company's roles.</summary>
public sealed record CompanyRolesModel(string CompanyId, IReadOnlyList<CompanyRoleRow> Rows, bool MayManage, string? ReturnUrl);

/// <param name="Permissions">How many of all.</param>
/// <param name="Limits">Up to which amounts, in words.</param>
/// <param name="Delete">What is asked; <see langword="null"/> when a page has more to ask.</param>
public sealed record CompanyRoleRow(string Id, string Name, bool IsDefault, int Permissions, IReadOnlyList<string> Limits, int People, Confirmation? Delete);

/// <summary>The form of a role.</summary>
public class CompanyRoleViewModel
{
    public string? Name { get; set; }

    public bool IsDefault { get; set; }

    public string[] Permissions { get; set; } = [];

    /// <summary>Rows of amounts by the name of their permission; empty ones are left out.</summary>
    public Dictionary<string, CompanyRoleAmount[]> Limits { get; set; } = [];

    /// <summary>The revision the form was opened with; 0 for a new role.</summary>
    public int Revision { get; set; }

    [BindNever, ValidateNever]
    public CompanyRoleFormModel Form { get; set; } = null!;
}

/// <summary>An amount as it was typed.</summary>
public class CompanyRoleAmount
{
    public string? Amount { get; set; }

    public string? Currency { get; set; }
}

/// <summary>What the form of a role is drawn with.</summary>
/// <param name="IsFixedDefault">Whether it is the default, which only another role can end.</param>
public sealed record CompanyRoleFormModel(string CompanyName, string BackUrl, bool IsNew, bool IsFixedDefault, IReadOnlyList<CompanyPermissionGroup> Groups, string? ReturnUrl);

/// <summary>Permissions that belong together.</summary>
public sealed record CompanyPermissionGroup(string Title, IReadOnlyList<CompanyPermission> Permissions);

/// <summary>Asks before a role is deleted, and for the one that takes its place.</summary>
/// <param name="Replacement"><see langword="null"/> when nobody has the role.</param>
public sealed record CompanyRoleDeleteModel(Confirmation Confirmation, ChoiceModel? Replacement, string BackUrl, string? ReturnUrl);
