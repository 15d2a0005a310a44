using System.Net;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Customers.Sites;
using OrchardCore.Customers.Tests.Authorization;
using OrchardCore.Customers.Tests.Shared;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.Sites;

/// <summary>The pages on which users are limited, without a browser.</summary>
[Seed("T3")]
public sealed class SiteUserPageTests(SqliteSites fixture) : IClassFixture<SqliteSites>
{
    private const string List = "/Admin/Customers/Sites/Users";

    private TestSite Site => fixture.Site;

    [Fact]
    public async Task AUserIsLimitedByNameChangedAndLetGo()
    {
        var name = await SiteUser.CreateAsync(Site, CustomersConstants.Roles.CustomerService);
        var id = await Site.UserIdAsync(name);
        using var admin = await SiteUser.AdminAsync(Site);
        Assert.Contains($"<option value=\"{name}\">", (await admin.GetAsync(List + "/Create")).Html, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Redirect, (await admin.SubmitAsync(List + "/Create", ("UserName", $" {name.ToUpperInvariant()} "), ("Sites", "UK"))).Status);
        Assert.Matches($"(?s){name}.*United <Kingdom>", (await admin.GetAsync(List)).Text);
        Assert.Equal(["UK"], (await FindAsync(id))!.Sites);

        Assert.Equal(HttpStatusCode.Redirect, (await admin.SubmitAsync($"{List}/{id}/Edit", ("Sites", "DE"), ("UserName", "admin"))).Status);
        Assert.Equal(["DE"], (await FindAsync(id))!.Sites);

        Assert.Contains($"Let {name} see the customers of all sites again?", (await admin.GetAsync($"{List}/{id}/Delete")).Text, StringComparison.Ordinal);
        await admin.SubmitAsync($"{List}/{id}/Delete");
        Assert.Null(await FindAsync(id));
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync($"{List}/{id}/Edit")).Status);
    }

    [Fact]
    public async Task WhatIsWrongIsSaidBesideItsFieldAndNothingTypedIsLost()
    {
        var name = await SiteUser.CreateAsync(Site, CustomersConstants.Roles.CustomerService);
        using var admin = await SiteUser.AdminAsync(Site);

        foreach (var (field, error, typed) in new (string, string, (string, string)[])[]
        {
            ("UserName", "Choose a user.", [("UserName", ""), ("Sites", "DE")]),
            ("UserName", "There is no user “nobody <b>”.", [("UserName", "nobody <b>"), ("Sites", "DE")]),
            ("UserName", "You can't limit yourself: you could not undo it.", [("UserName", "admin"), ("Sites", "DE")]),
            ("Sites", "Choose at least one site.", [("UserName", name)]),
            ("Sites", "Choose at least one site.", [("UserName", name), ("Sites", "nowhere")]),
        })
        {
            var refused = await admin.SubmitAsync(List + "/Create", typed);

            Assert.Equal(HttpStatusCode.OK, refused.Status);
            Assert.Matches($"id=\"{field}-error\"[^>]*>[^<]*{error[..14]}", WebUtility.HtmlDecode(refused.Html));
            Assert.Contains(error, refused.Text, StringComparison.Ordinal);
            Assert.All(typed.Where(pair => pair.Item1 == "UserName"), pair => Assert.Contains(pair, refused.Fields));
        }
    }

    [Fact]
    public async Task WhoIsLimitedTwiceAtOnceIsLimitedOnceAndTheSlowerOneIsToldSo()
    {
        var name = await SiteUser.CreateAsync(Site, CustomersConstants.Roles.CustomerService);
        var id = await Site.UserIdAsync(name);
        using var admin = await SiteUser.AdminAsync(Site);
        var opened = (await admin.GetAsync(List + "/Create")).Fields.Where(field => field.Name != "UserName").ToArray();
        await admin.PostAsync(List + "/Create", [.. opened, ("UserName", name), ("Sites", "DE")]);
        var slower = await admin.PostAsync(List + "/Create", [.. opened, ("UserName", name), ("Sites", "UK")]);

        Assert.Equal(HttpStatusCode.OK, slower.Status);
        Assert.Contains("Somebody else changed meanwhile what this user is limited to.", slower.Text, StringComparison.Ordinal);
        Assert.Contains(("Sites", "DE"), slower.Fields);
        Assert.Equal(["DE"], (await FindAsync(id))!.Sites);

        Assert.Equal(HttpStatusCode.Redirect, (await admin.PostAsync(List + "/Create", [.. slower.Fields, ("Sites", "UK")])).Status);
        Assert.Equal(["DE", "UK"], (await FindAsync(id))!.Sites.Order());
    }

    [Fact]
    public async Task AUserWhoIsGoneIsListedAndLetGo()
    {
        var name = await SiteUser.CreateAsync(Site, CustomersConstants.Roles.CustomerService);
        var id = await Site.UserIdAsync(name);
        await Site.LimitAsync(name, "DE");
        await Site.DeleteUserAsync(name);
        using var admin = await SiteUser.AdminAsync(Site);

        Assert.Contains("A user who is gone", (await admin.GetAsync(List)).Text, StringComparison.Ordinal);
        await admin.SubmitAsync($"{List}/{id}/Delete");
        Assert.Null(await FindAsync(id));
    }

    /// <summary>Else it could lift its own limit.</summary>
    [Fact]
    public async Task WhoIsLimitedManagesNoSitesWhateverItsRole()
    {
        var name = await SiteUser.CreateAsync(Site, OrchardCoreConstants.Roles.Administrator);
        using var user = await SiteUser.LogInAsync(Site, name);
        Assert.Equal(HttpStatusCode.OK, (await user.GetAsync(List)).Status);

        await Site.LimitAsync(name, "DE");
        Assert.Equal(HttpStatusCode.Forbidden, (await user.GetAsync(List)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await user.GetAsync("/Admin/Customers/Sites")).Status);
        Assert.DoesNotContain("/Admin/Customers/Sites", (await user.GetAsync("/Admin/Customers")).Html, StringComparison.Ordinal);
    }

    private Task<UserSites?> FindAsync(string id) => Site.InScopeAsync(services => services.GetRequiredService<IUserSitesManager>().FindAsync(id));
}
