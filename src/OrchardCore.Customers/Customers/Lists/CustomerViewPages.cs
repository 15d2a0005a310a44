using System.Security.Claims;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using OrchardCore.Customers.Lists.Views;

namespace OrchardCore.Customers.Lists;

/// <summary>What the pages of views show.</summary>
public sealed class CustomerViewPages(CustomerListReader reader, ISavedViewManager views)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.Default };

    /// <summary>The page that saves a list as a view, and has the views that there are.</summary>
    public async Task<ViewsViewModel> BuildAsync(string? list, ViewForm form, IUrlHelper url, ClaimsPrincipal user)
    {
        var opened = await reader.OpenAsync(list, user);
        var asking = await reader.UserAsync(user);
        var shared = asking.MayShare ? await views.FindSharedAsync() : [];

        return new()
        {
            List = url.ListQuery(opened.State),
            Form = form,
            MayShare = asking.MayShare,
            Roles = Roles(asking, shared),
            Views = [.. opened.Views.UnionBy(shared, view => view.ViewId).Select(view => new ViewRow(
                view.ViewId,
                view.Name,
                view.Role,
                view.Role is null || asking.MayShare,
                view.ViewId == opened.Choice.DefaultViewId,
                opened.Views.Contains(view) ? url.ListUrl(new() { ["view"] = view.ViewId }) : null))],
            ListUrl = url.ListUrl(opened.State.ToRouteValues()),
        };
    }

    /// <summary>The page that renames a view; <see langword="null"/> when the user may not change it.</summary>
    public async Task<ViewEditViewModel?> EditAsync(string viewId, ViewForm? form, ClaimsPrincipal user)
    {
        var asking = await reader.UserAsync(user);

        return await views.FindOwnAsync(viewId, asking) is not { } view ? null : new()
        {
            ViewId = viewId,
            Form = form ?? new ViewForm { Name = view.Name, Role = view.Role },
            MayShare = asking.MayShare,
            Roles = Roles(asking, await views.FindSharedAsync()),
        };
    }

    /// <summary>The views of all roles as a recipe.</summary>
    public async Task<byte[]> ExportAsync() => JsonSerializer.SerializeToUtf8Bytes(
        new
        {
            name = "CustomerViews",
            displayName = "Customer list views",
            description = "Views of the customer list that roles share.",
            author = "",
            website = "",
            version = "1.0",
            issetuprecipe = false,
            categories = Array.Empty<string>(),
            tags = Array.Empty<string>(),
            steps = new[]
            {
                new { name = CustomerViewsRecipeStep.Step, Views = (await views.FindSharedAsync()).Select(view => new { view.Name, view.Role, view.Values }) },
            },
        },
        Indented);

    /// <summary>Roles that are likely to be meant; any other may be typed.</summary>
    private static IReadOnlyList<string> Roles(ViewUser user, IReadOnlyList<SavedView> shared)
        => [.. new[] { CustomersConstants.Roles.CustomerManager, CustomersConstants.Roles.CustomerService }
            .Concat(user.Roles)
            .Concat(shared.Select(view => view.Role!))
            .Distinct(StringComparer.OrdinalIgnoreCase)];
}
