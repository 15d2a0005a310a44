using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Logging;
using OrchardCore.DisplayManagement;

namespace OrchardCore.Navigation;

/// <summary>The menu of the admin as one user sees it on one page.</summary>
internal sealed class AdminMenuBuilder(IEnumerable<INavigationProvider> providers, IAuthorizationService authorizationService, ILogger<AdminMenuBuilder> logger)
{
    public async Task<IReadOnlyList<MenuItem>> BuildAsync(IUrlHelper url)
    {
        var builder = new NavigationBuilder();

        foreach (var provider in providers)
        {
            try
            {
                await provider.BuildNavigationAsync(builder);
            }
            catch (Exception exception)
            {
                logger.LogError(exception, "{Provider} failed.", provider.GetType());
            }
        }

        var context = url.ActionContext.HttpContext;
        var items = await SelectAsync(Merge(builder.Items), url, context.User);
        Activate(items, context.Request);

        return items;
    }

    private static IEnumerable<MenuItem> Merge(IEnumerable<MenuItem> items) => items
        .GroupBy(item => item.Caption.Name, StringComparer.Ordinal)
        .Select(same => same.Aggregate((first, next) =>
        {
            first.TakeIn(next);

            return first;
        }))
        .OrderBy(item => item.Position ?? "", PositionComparer.Instance);

    /// <summary>Leaves out what the user may not see, and what leads nowhere.</summary>
    private async Task<List<MenuItem>> SelectAsync(IEnumerable<MenuItem> items, IUrlHelper url, ClaimsPrincipal user)
    {
        var selected = new List<MenuItem>();

        foreach (var item in items)
        {
            if (await IsAllowedAsync(item, user))
            {
                item.Url = item.RouteValues is null ? null : url.RouteUrl(item.RouteValues);
                item.Items = await SelectAsync(Merge(item.Items), url, user);
                selected.Add(item);
            }
        }

        return [.. selected.Where(item => item.Url is not null || item.Items.Count > 0)];
    }

    private async Task<bool> IsAllowedAsync(MenuItem item, ClaimsPrincipal user)
    {
        foreach (var permission in item.Permissions)
        {
            if (!await authorizationService.AuthorizeAsync(user, permission))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Marks the entry whose address the page's begins with, and those above it. Of several it is the longest, of equal ones the last.</summary>
    private static void Activate(List<MenuItem> items, HttpRequest request)
    {
        var page = request.PathBase + request.Path;
        var active = All(items)
            .Where(item => !string.IsNullOrEmpty(item.Url) && page.StartsWithSegments(item.Url, StringComparison.OrdinalIgnoreCase))
            .Reverse()
            .MaxBy(item => item.Url.Length);

        foreach (var item in All(items))
        {
            item.IsActive = active is not null && (item == active || All(item.Items).Contains(active));
        }
    }

    private static IEnumerable<MenuItem> All(IEnumerable<MenuItem> items) => items.SelectMany(item => All(item.Items).Prepend(item));
}
