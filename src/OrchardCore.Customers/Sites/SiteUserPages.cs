using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using OrchardCore.Customers.ManagedBy;
using OrchardCore.Customers.Shared;
using OrchardCore.Environment.Shell.Scope;
using OrchardCore.Users;
using OrchardCore.Users.Models;

namespace OrchardCore.Customers.Sites;

/// <summary>Draws users who are limited to sites, and the form that limits one.</summary>
public sealed class SiteUserPages(IUserSitesManager manager, IStoreSiteManager sites, CustomerUsers names, CustomerManagers managers, UserManager<IUser> users, IStringLocalizer<SiteUserPages> S)
{
    public async Task<SiteUserListViewModel> ListAsync(IUrlHelper url)
    {
        var limited = await manager.FindAllAsync();
        var known = await names.NamesAsync(limited.Select(user => user.UserId));
        var labels = await LabelsAsync();

        return new([.. limited.Select(user => Row(user, known, labels, url)).OrderBy(row => row.Name, StringComparer.CurrentCultureIgnoreCase)], labels.Count > 0, url.RouteUrl(SitesRoutes.List)!);
    }

    /// <summary>The user's name, or that it is gone.</summary>
    public async Task<string> NameAsync(string userId) => (await names.NamesAsync([userId])).GetValueOrDefault(userId) ?? Gone;

    /// <summary>What is stored now; our own session may have ended.</summary>
    public static async Task<UserSites?> ReadStoredAsync(string userId)
    {
        UserSites? stored = null;
        await ShellScope.UsingChildScopeAsync(async scope => stored = await scope.ServiceProvider.GetRequiredService<IUserSitesManager>().FindAsync(userId));

        return stored;
    }

    /// <summary>The id of the user of that name; empty, and said beside the field, when there is none.</summary>
    public async Task<string> FindUserAsync(string? name, ModelStateDictionary modelState)
    {
        var typed = name?.Trim() ?? "";

        if (typed.Length == 0)
        {
            return "";
        }

        if (await users.FindByNameAsync(typed) is User user)
        {
            return user.UserId;
        }

        modelState.AddModelError(nameof(SiteUserFormModel.UserName), S["There is no user “{0}”.", typed]);

        return "";
    }

    /// <summary>Puts what the form offers into its model.</summary>
    public async Task<SiteUserFormModel> FrameAsync(SiteUserFormModel model, bool isNew, IUrlHelper url)
    {
        var labels = await LabelsAsync();
        var chosen = model.Sites ?? [];

        model.IsNew = isNew;
        model.ListUrl = url.RouteUrl(SitesRoutes.Users)!;
        model.OfferedUsers = isNew ? [.. (await managers.OfferedAsync()).Take(CustomerManagers.MaxOffered).Select(user => user.Name)] : [];
        model.Choices = new(nameof(model.Sites), S["Sites"], [.. labels.Keys.Union(chosen).Select(code => new CheckOption(code, labels.GetValueOrDefault(code, code), chosen.Contains(code, StringComparer.Ordinal)))])
        {
            Hint = S["The user sees, finds, counts and changes the customers who shop at one of these sites, first or besides others. Nothing tells that there are more."],
        };

        return model;
    }

    public Confirmation AskToLift(string name) => new(S["Let {0} see the customers of all sites again?", name], S["Lift the limit"]);

    private SiteUserRow Row(UserSites user, IReadOnlyDictionary<string, string> known, Dictionary<string, string> labels, IUrlHelper url)
    {
        var name = known.GetValueOrDefault(user.UserId) ?? Gone;
        var route = new { userId = user.UserId };

        return new(
            name,
            [.. user.Sites.Select(code => labels.GetValueOrDefault(code, code))],
            url.RouteUrl(SitesRoutes.EditUser, route)!,
            new ActionLink(S["Lift the limit"], S["Let the user see the customers of all sites"], "xmark", url.RouteUrl(SitesRoutes.LiftUser, route)!) { IsDangerous = true, Confirmation = AskToLift(name) });
    }

    private string Gone => S["A user who is gone"];

    private async Task<Dictionary<string, string>> LabelsAsync() => (await sites.FindAllAsync()).ToDictionary(site => site.Code, site => site.Name, StringComparer.Ordinal);
}

/// <summary>All users who are limited.</summary>
/// <param name="HasSites">Whether there is a site to limit somebody to.</param>
public sealed record SiteUserListViewModel(IReadOnlyList<SiteUserRow> Rows, bool HasSites, string SitesUrl);

public sealed record SiteUserRow(string Name, IReadOnlyList<string> Sites, string EditUrl, ActionLink Lift);

/// <summary>The form that limits a user.</summary>
public class SiteUserFormModel
{
    public string? UserName { get; set; }

    public string[]? Sites { get; set; }

    /// <summary>The revision the form was opened with; 0 for who is not limited yet.</summary>
    public int Revision { get; set; }

    [BindNever, ValidateNever]
    public bool IsNew { get; set; }

    [BindNever, ValidateNever]
    public string ListUrl { get; set; } = "";

    [BindNever, ValidateNever]
    public IReadOnlyList<string> OfferedUsers { get; set; } = [];

    [BindNever, ValidateNever]
    public ChecksModel Choices { get; set; } = null!;
}

/// <summary>Asks what the dialog asks, where there is no JavaScript.</summary>
public sealed record SiteUserLiftViewModel(Confirmation Confirmation, string CancelUrl);
