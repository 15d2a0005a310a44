using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Customers.Lists.Views;
using OrchardCore.Customers.Tests.Shared;
using OrchardCore.Recipes.Models;
using OrchardCore.Recipes.Services;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.Customers;

/// <summary>Lists that are kept under a name.</summary>
public abstract class SavedViewTests(CustomersSite fixture)
{
    private const string Views = "/Admin/Customers/Views";

    private readonly string _name = "View " + Guid.NewGuid().ToString("N")[..8];

    private TestSite Site => fixture.Site;

    [Fact]
    [Seed("E7")]
    public async Task AViewKeepsFiltersColumnsSortAndPageSizeAndSaysWhenTheListDiffers()
    {
        using var user = await ServiceAsync();
        var url = await SaveAsync(user, "status=Inactive&sort=company&order=desc&size=50&columns=firstname");

        var list = await user.GetAsync(url);
        Assert.Contains("View: " + _name, Plain(list), StringComparison.Ordinal);
        Assert.Contains("Status: Inactive", Plain(list), StringComparison.Ordinal);
        Assert.Contains("name=\"size\" value=\"50\"", list.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("changed </span>", list.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(">changed<", list.Html, StringComparison.Ordinal);

        var changed = await user.GetAsync($"{url}&changed=yes&status=Active&columns=firstname");
        Assert.Contains(">changed<", changed.Html, StringComparison.Ordinal);

        var id = url[(url.IndexOf('=', StringComparison.Ordinal) + 1)..];
        var saved = await user.PostAsync($"{Views}/{id}/Save", [Token(changed), ("list", $"view={id}&changed=yes&status=Active&columns=firstname")]);
        Assert.Equal(url, saved.Location);
        Assert.Contains("Status: Active", Plain(await user.GetAsync(url)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatIsSavedIsTheListAsItWasSeen()
    {
        using var user = await ServiceAsync();
        var url = await SaveAsync(user, "search=%3Cscript%3E&firstname=%3Dcmd");

        var list = await user.GetAsync(url);
        Assert.DoesNotContain("<script>=", list.Html, StringComparison.Ordinal);
        Assert.Contains("First name: =cmd", Plain(list), StringComparison.Ordinal);
        Assert.Matches("columns\" value=\"company,email,phone,status,created\"", list.Html);
    }

    [Fact]
    public async Task ADefaultOpensWithTheListAndAllCustomersStayInReach()
    {
        using var user = await ServiceAsync();
        await SaveAsync(user, "status=Inactive", ("IsDefault", "true"));

        Assert.Contains("Status: Inactive", Plain(await user.GetAsync("/Admin/Customers")), StringComparison.Ordinal);

        var all = await user.GetAsync("/Admin/Customers?view=all");
        Assert.Contains("View: All customers", Plain(all), StringComparison.Ordinal);
        Assert.DoesNotContain("Status: Inactive", Plain(all), StringComparison.Ordinal);

        // The list that a filter is dropped from is not the default either.
        var filtered = await user.GetAsync("/Admin/Customers?status=Active");
        Assert.Contains("class=\"list-chip\" href=\"/Admin/Customers?view=all\"", filtered.Html, StringComparison.Ordinal);

        await user.PostAsync(Views + "/Default", [Token(all), ("viewId", "")]);
        Assert.Contains("View: All customers", Plain(await user.GetAsync("/Admin/Customers")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task APersonalViewIsNobodyElses()
    {
        using var owner = await ServiceAsync();
        using var other = await ServiceAsync();
        var url = await SaveAsync(owner, "status=Inactive");
        var id = url[(url.IndexOf('=', StringComparison.Ordinal) + 1)..];

        var list = await other.GetAsync(url);
        Assert.DoesNotContain(_name, list.Text, StringComparison.Ordinal);
        Assert.Contains("View: All customers", Plain(list), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"{Views}/{id}")).Status);

        await other.PostAsync($"{Views}/{id}/Delete", [Token(list)]);
        Assert.Contains(_name, (await owner.GetAsync(Views)).Text, StringComparison.Ordinal);

        // Whoever may share views doesn't see the personal ones of others.
        using var admin = await SiteUser.AdminAsync(Site);
        Assert.DoesNotContain(_name, (await admin.GetAsync(Views)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AViewIsSharedWithARoleByThoseWhoMay()
    {
        using var admin = await SiteUser.AdminAsync(Site);
        using var member = await ServiceAsync();
        var url = await SaveAsync(admin, "status=Inactive", ("Role", CustomersConstants.Roles.CustomerService));

        Assert.Contains("View: " + _name, Plain(await member.GetAsync(url)), StringComparison.Ordinal);
        Assert.Contains(_name, (await admin.GetAsync(Views)).Text, StringComparison.Ordinal);

        var refused = await SubmitAsync(member, "status=Active", ("Name", "Mine"), ("Role", CustomersConstants.Roles.CustomerService));
        Assert.Contains("You may not share views.", refused.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await member.GetAsync(Views + "/Export")).Status);

        var unknown = await SubmitAsync(admin, "status=Active", ("Name", "Elsewhere"), ("Role", "No such role"));
        Assert.Contains("There is no role “No such role”.", unknown.Text, StringComparison.Ordinal);
        Assert.Contains(("Role", "No such role"), unknown.Fields);
    }

    [Fact]
    public async Task ANameIsNeededAndTakenOnce()
    {
        using var user = await ServiceAsync();
        await SaveAsync(user, "status=Inactive");

        Assert.Contains($"There is a view “{_name.ToUpperInvariant()}” already.", (await SubmitAsync(user, "", ("Name", _name.ToUpperInvariant()))).Text, StringComparison.Ordinal);
        Assert.Contains("A view needs a name", (await SubmitAsync(user, "", ("Name", "  "))).Text, StringComparison.Ordinal);
        Assert.Contains("A view needs a name", (await SubmitAsync(user, "", ("Name", new string('x', 101)))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AViewIsRenamedAndARefusedNameChangesNothing()
    {
        using var user = await ServiceAsync();
        var url = await SaveAsync(user, "status=Inactive");
        var path = $"{Views}/{url[(url.IndexOf('=', StringComparison.Ordinal) + 1)..]}";

        Assert.Equal(HttpStatusCode.OK, (await user.SubmitAsync(path, ("Name", ""))).Status);
        Assert.Contains("View: " + _name, Plain(await user.GetAsync(url)), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Redirect, (await user.SubmitAsync(path, ("Name", _name + " renamed"))).Status);
        var list = Plain(await user.GetAsync(url));
        Assert.Contains($"View: {_name} renamed", list, StringComparison.Ordinal);
        Assert.Contains("Status: Inactive", list, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AViewThatIsDeletedWhileItIsOpenIsNotSavedAndTheListIsNotLost()
    {
        using var user = await ServiceAsync();
        var url = await SaveAsync(user, "status=Inactive", ("IsDefault", "true"));
        var id = url[(url.IndexOf('=', StringComparison.Ordinal) + 1)..];
        var open = await user.GetAsync(url);

        await user.PostAsync($"{Views}/{id}/Delete", [Token(open)]);

        var told = await user.PostAsync($"{Views}/{id}/Save", [Token(open), ("list", $"view={id}&changed=yes&status=Active")]);
        Assert.Contains("Somebody deleted this view meanwhile", told.Text, StringComparison.Ordinal);
        Assert.Contains(told.Fields, field => field.Name == "list" && field.Value.Contains("status=Active", StringComparison.Ordinal));
        Assert.Contains("View: All customers", Plain(await user.GetAsync("/Admin/Customers")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await user.GetAsync(url)).Status);
    }

    [Fact]
    public async Task WhatAViewNoLongerFindsIsLeftOut()
    {
        await Site.InScopeAsync(services => services.GetRequiredService<ISavedViewManager>().ImportAsync(new SavedView
        {
            Name = _name,
            Role = OrchardCoreConstants.Roles.Administrator,
            Values = new() { ["status"] = "Abolished", ["shoe"] = "43", ["sort"] = "weight", ["columns"] = "field:Customer.Gone,firstname", ["lastname"] = "x" },
        }));
        using var admin = await SiteUser.AdminAsync(Site);
        var id = (await Site.InScopeAsync(services => services.GetRequiredService<ISavedViewManager>().FindSharedAsync())).Single(view => view.Name == _name).ViewId;

        var list = await admin.GetAsync("/Admin/Customers?view=" + id);

        Assert.Equal(HttpStatusCode.OK, list.Status);
        Assert.Contains("Last name: x", Plain(list), StringComparison.Ordinal);
        Assert.DoesNotContain(">changed<", list.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ANameThatCannotBeShownIsRefusedAndAViewOfSomebodyElseIsNobodysDefault()
    {
        using var user = await ServiceAsync();
        using var other = await ServiceAsync();
        Assert.Contains("The name contains characters that can't be shown.", (await SubmitAsync(user, "status=Inactive", ("Name", "gpj.\u202Etxt"))).Text, StringComparison.Ordinal);

        await SaveAsync(user, "status=Inactive", ("IsDefault", "true"));
        var foreign = await SaveAsync(other, "status=Active");
        await user.PostAsync(Views + "/Default", Token(await user.GetAsync("/Admin/Customers")), ("viewId", foreign[(foreign.IndexOf('=', StringComparison.Ordinal) + 1)..]));

        Assert.Contains("Status: Inactive", Plain(await user.GetAsync("/Admin/Customers")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OfTwoTabsThatSaveOneViewTheLastOneIsKeptWhole()
    {
        using var user = await ServiceAsync();
        var url = await SaveAsync(user, "status=Inactive");
        var id = url[(url.IndexOf('=', StringComparison.Ordinal) + 1)..];
        var one = await user.GetAsync($"{url}&changed=yes&status=Active&firstname=one");
        var other = await user.GetAsync($"{url}&changed=yes&lastname=other&size=100");

        Assert.Equal(url, (await user.PostAsync($"{Views}/{id}/Save", Token(one), ("list", $"view={id}&changed=yes&status=Active&firstname=one"))).Location);
        Assert.Equal(url, (await user.PostAsync($"{Views}/{id}/Save", Token(other), ("list", $"view={id}&changed=yes&lastname=other&size=100"))).Location);

        var saved = Plain(await user.GetAsync(url));
        Assert.Contains("Last name: other", saved, StringComparison.Ordinal);
        Assert.DoesNotContain("First name: one", saved, StringComparison.Ordinal);
        Assert.DoesNotContain("Status: Active", saved, StringComparison.Ordinal);

        // At once, too: whichever is the last, the view is one of them and not a mixture.
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(number => user.PostAsync($"{Views}/{id}/Save", Token(one), ("list", $"view={id}&changed=yes&firstname=tab{number}&lastname=tab{number}"))));
        Assert.All(answers, answer => Assert.Equal(url, answer.Location));
        Assert.Matches(@"First name: (tab\d).*Last name: \1", Plain(await user.GetAsync(url)));
    }

    [Fact]
    public async Task SharedViewsTravelToAnotherSiteAsARecipe()
    {
        using var admin = await SiteUser.AdminAsync(Site);
        await SaveAsync(admin, "status=Inactive&columns=firstname,field:Customer.Gone", ("Role", CustomersConstants.Roles.CustomerService));
        var recipe = JsonNode.Parse((await admin.GetAsync(Views + "/Export")).Html)!;
        var step = recipe["steps"]!.AsArray().Single()!.AsObject();
        step["Views"]!.AsArray().Add(new JsonObject { ["Name"] = "For nobody", ["Role"] = "Unknown here", ["Values"] = new JsonObject() });

        await using var second = await CustomersSite.StartAsync(TestSiteDatabase.Sqlite);

        for (var time = 0; time < 2; time++)
        {
            var errors = await second.InScopeAsync(async services =>
            {
                var context = new RecipeExecutionContext { Name = "CustomerViews", Step = step };

                foreach (var handler in services.GetServices<IRecipeStepHandler>())
                {
                    await handler.ExecuteAsync(context);
                }

                return context.Errors.ToList();
            });
            Assert.Equal(["View For nobody: There is no role “Unknown here”."], errors.Where(error => error.Contains("For nobody", StringComparison.Ordinal)));
        }

        using var member = await SiteUser.WithRolesAsync(second, CustomersConstants.Roles.CustomerService);
        Assert.Single(await second.InScopeAsync(services => services.GetRequiredService<ISavedViewManager>().FindSharedAsync()), view => view.Name == _name);
        var list = await member.GetAsync(System.Text.RegularExpressions.Regex.Match((await member.GetAsync("/Admin/Customers")).Html, "/Admin/Customers[?]view=[0-9a-f]{32}(?=\"[^>]*title=\"" + _name + "\")").Value);
        Assert.Contains("View: " + _name, Plain(list), StringComparison.Ordinal);
        Assert.Contains("Status: Inactive", Plain(list), StringComparison.Ordinal);
    }

    private static string Plain(SitePage page) => string.Join(' ', page.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static (string Name, string Value) Token(SitePage page)
        => ("__RequestVerificationToken", System.Text.RegularExpressions.Regex.Match(page.Html, "name=\"__RequestVerificationToken\"[^>]* value=\"([^\"]+)\"").Groups[1].Value);

    private Task<SiteUser> ServiceAsync() => SiteUser.WithRolesAsync(Site, CustomersConstants.Roles.CustomerService);

    /// <summary>Saves a list as a view of the test's name.</summary>
    /// <returns>Where the view is.</returns>
    private async Task<string> SaveAsync(SiteUser user, string list, params (string Name, string Value)[] more)
    {
        var saved = await SubmitAsync(user, list, [("Name", _name), .. more]);
        Assert.Equal(HttpStatusCode.Redirect, saved.Status);
        Assert.StartsWith("/Admin/Customers?view=", saved.Location, StringComparison.Ordinal);

        return saved.Location;
    }

    private static async Task<SitePage> SubmitAsync(SiteUser user, string list, params (string Name, string Value)[] fields)
    {
        var page = await user.GetAsync($"{Views}?list={Uri.EscapeDataString(list)}");
        Assert.Equal(HttpStatusCode.OK, page.Status);

        return await user.PostAsync(Views, [Token(page), ("list", list), .. fields]);
    }
}

public sealed class SqliteSavedViewTests(SqliteSite fixture) : SavedViewTests(fixture), IClassFixture<SqliteSite>;

public sealed class PostgresSavedViewTests(PostgresSite fixture) : SavedViewTests(fixture), IClassFixture<PostgresSite>;
