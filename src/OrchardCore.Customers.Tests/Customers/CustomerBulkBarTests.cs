using System.Security.Claims;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Bulk;
using OrchardCore.Customers.Lists;
using OrchardCore.Customers.Tests.Shared;
using OrchardCore.Infrastructure;
using OrchardCore.Security.Permissions;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.Customers;

/// <summary>The bar of what can be done with many customers at once.</summary>
public sealed class CustomerBulkBarTests : IAsyncLifetime
{
    private TestSite _site = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await CustomersSite.StartAsync(TestSiteDatabase.Sqlite, [], services => services
            .AddSingleton<ICustomerBulkAction>(new PraiseAction("praise", CustomersPermissions.ViewCustomers))
            .AddSingleton<ICustomerBulkAction>(new PraiseAction("forbidden", new Permission("NobodyHasThis", "Nobody has this"))));
        await _site.AddAsync("Ticked");
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task ItOffersWhatTheUserMayDoAndNamesTheListThatMatches()
    {
        var viewer = new ClaimsPrincipal(new ClaimsIdentity([new Claim("Permission", nameof(CustomersPermissions.ViewAllCustomers))], "Test"));

        var bulk = await BuildAsync(viewer, new Urls("/Admin/Customers/Bulk"));

        Assert.NotNull(bulk);
        Assert.Equal(["praise"], bulk.Buttons.Where(button => button.Name is "praise" or "forbidden").Select(button => button.Name));
        Assert.Equal(("/Admin/Customers/Bulk", "search=ticked", "Select all 1 that match"), (bulk.Url, bulk.List, bulk.All));
    }

    [Fact]
    public async Task ThereIsNoneWhereNothingMayBeDone()
    {
        Assert.Null(await BuildAsync(new ClaimsPrincipal(new ClaimsIdentity("Test")), new Urls("/Admin/Customers/Bulk")));
        Assert.Null(await BuildAsync(new ClaimsPrincipal(new ClaimsIdentity([new Claim("Permission", nameof(CustomersPermissions.ViewAllCustomers))], "Test")), new Urls(null)));
    }

    [Fact]
    public async Task WhatWasStartedIsAClickAwayFromTheList()
    {
        using var admin = await SiteUser.AdminAsync(_site);

        Assert.Matches("<a[^>]* href=\"/Admin/Customers/Jobs\"[^>]*>", (await admin.GetAsync("/Admin/Customers")).Html);
        Assert.Contains("Recent bulk actions", (await admin.GetAsync("/Admin/Customers/Jobs")).Text, StringComparison.Ordinal);
    }

    private Task<OrchardCore.Customers.Shared.Lists.ListBulk?> BuildAsync(ClaimsPrincipal user, IUrlHelper url) => _site.InScopeAsync(async services =>
    {
        var list = await services.GetRequiredService<CustomerListReader>().OpenAsync("search=ticked", user);
        var page = await services.GetRequiredService<ICustomerFinder>().FindAsync(list.State.ToQuery(), user);

        return await services.GetRequiredService<CustomerListTools>().BulkAsync(page, list, url, user);
    });

    /// <summary>The addresses of the list and of the page that takes what is ticked.</summary>
    private sealed class Urls(string? bulk) : IUrlHelper
    {
        public ActionContext ActionContext => throw new InvalidOperationException();

        public string? RouteUrl(UrlRouteContext routeContext)
            => routeContext.RouteName == CustomersRoutes.Bulk ? bulk : "/Admin/Customers?" + string.Join('&', ((IDictionary<string, object?>)routeContext.Values!).Select(pair => $"{pair.Key}={pair.Value}"));

        public string? Action(UrlActionContext actionContext) => throw new InvalidOperationException();

        public string? Content(string? contentPath) => throw new InvalidOperationException();

        public bool IsLocalUrl(string? url) => throw new InvalidOperationException();

        public string? Link(string? routeName, object? values) => throw new InvalidOperationException();
    }

    private sealed class PraiseAction(string name, Permission permission) : ICustomerBulkAction
    {
        public string Name => name;

        public LocalizedString Text => new("Praise", "Praise");

        public LocalizedString Hint => new("Says something nice", "Says something nice");

        public string Icon => "star";

        public Permission Permission => permission;

        public Task<Result> ApplyAsync(ContentItem customer, string? value) => Task.FromResult(Result.Success());
    }
}
