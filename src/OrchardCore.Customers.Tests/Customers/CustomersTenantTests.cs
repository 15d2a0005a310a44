using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Customers.Notes;
using OrchardCore.Customers.Tests.Shared;
using OrchardCore.Recipes.Models;
using OrchardCore.Recipes.Services;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.Customers;

/// <summary>The module among other sites, and switched off and on.</summary>
public sealed class CustomersTenantTests
{
    [Fact]
    public async Task TwoSitesInOneDatabaseSeeNothingOfEachOther()
    {
        await using var one = await CustomersSite.StartAsync(TestSiteDatabase.Postgres);
        await using var other = await one.StartBesideAsync("SampleHost", "other", [CustomersConstants.Features.Customers]);
        using var admin = await SiteUser.AdminAsync(other);

        var id = await one.AddAsync(part => (part.ContactName, part.Email) = ("Tenant One", "same@tenants.example"));
        var twin = await other.AddAsync(part => (part.ContactName, part.Email) = ("Tenant Other", "same@tenants.example"));
        await NoteAsync(one, id, "Said in one");

        Assert.Equal("C-000001", (await one.ReadAsync(id))!.Number);
        Assert.Equal("C-000001", (await other.ReadAsync(twin))!.Number);
        Assert.Null(await other.ReadAsync(id));
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync($"/Admin/Customers/{id}")).Status);
        var list = (await admin.GetAsync("/Admin/Customers")).Text;
        Assert.Contains("Tenant Other", list, StringComparison.Ordinal);
        Assert.DoesNotContain("Tenant One", list, StringComparison.Ordinal);
        Assert.DoesNotContain("Tenant One", (await admin.GetAsync("/Admin/Customers/Similar?email=same%40tenants.example")).Text, StringComparison.Ordinal);

        await admin.SubmitAsync($"/Admin/Customers/{twin}/Edit", ("CustomerPart.Company", "Other Ltd"));
        Assert.Contains("Other Ltd", (await admin.GetAsync($"/Admin/Customers/{twin}?tab=history")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Said in one", (await admin.GetAsync($"/Admin/Customers/{twin}?tab=notes")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFeatureThatIsSwitchedOffAndOnAgainHasLostNothing()
    {
        await using var site = await CustomersSite.StartAsync(TestSiteDatabase.Sqlite);
        var id = await site.AddAsync(part => (part.ContactName, part.Email) = ("Kept Person", "kept@features.example"));
        await site.UpdateAsync(id, part => part.Company = "Kept Ltd");
        await NoteAsync(site, id, "Kept note");
        await site.ChangeSettingsAsync(("NumberPattern", "K-{n:4}"));

        await SwitchAsync(site, "disable");
        using var admin = await SiteUser.AdminAsync(site);
        var off = await admin.GetAsync("/Admin/Customers");
        Assert.SkipWhen(off.Status == HttpStatusCode.OK, "This host switches no feature off.");
        Assert.Equal(HttpStatusCode.NotFound, off.Status);
        await SwitchAsync(site, "enable");

        Assert.Equal(("C-000001", "Kept Ltd"), ((await site.ReadAsync(id))!.Number, (await site.ReadAsync(id))!.Company));
        Assert.Contains("Kept Person", (await admin.GetAsync("/Admin/Customers?search=kept")).Text, StringComparison.Ordinal);
        Assert.Contains("Kept note", (await admin.GetAsync($"/Admin/Customers/{id}?tab=notes")).Text, StringComparison.Ordinal);
        Assert.Contains("Kept Ltd", (await admin.GetAsync($"/Admin/Customers/{id}?tab=history")).Text, StringComparison.Ordinal);
        Assert.Equal("K-0002", (await site.ReadAsync(await site.AddAsync("Next Person")))!.Number);
        Assert.False((await site.CreateAsync(part => (part.ContactName, part.Email) = ("Twin", "kept@features.example"))).Result.Succeeded);
    }

    [Fact]
    public async Task WhatIsSentAfterTheLogOutLeadsToTheLogIn()
    {
        await using var site = await CustomersSite.StartAsync(TestSiteDatabase.Sqlite);
        using var admin = await SiteUser.AdminAsync(site);
        using var visitor = SiteUser.Anonymous(site);
        var id = await site.AddAsync("Left Open");

        foreach (var path in new[] { "/Admin/Customers/Create", $"/Admin/Customers/{id}/Edit", $"/Admin/Customers/{id}/Notes" })
        {
            var form = await admin.GetAsync(path);
            var answer = await visitor.PostAsync(path, [.. form.Fields, ("CustomerPart.Company", "Typed"), ("text", "Typed")]);

            Assert.Equal(HttpStatusCode.Redirect, answer.Status);
            Assert.StartsWith("/Login?ReturnUrl=" + Uri.EscapeDataString(path), answer.Location, StringComparison.OrdinalIgnoreCase);
            Assert.Equal(HttpStatusCode.OK, (await admin.GetAsync(path)).Status);
        }

        Assert.Null((await site.ReadAsync(id))!.Company);
    }

    private static Task NoteAsync(TestSite site, string id, string text) => site.InScopeAsync(async services =>
    {
        var customer = await services.GetRequiredService<ICustomerManager>().FindAsync(id);
        Assert.True((await services.GetRequiredService<ICustomerNoteManager>().AddAsync(customer!, text)).Succeeded);
    });

    private static Task SwitchAsync(TestSite site, string verb) => site.InScopeAsync(async services =>
    {
        var step = JsonNode.Parse($$"""{ "name": "feature", "{{verb}}": [ "{{CustomersConstants.Features.Customers}}" ] }""")!.AsObject();
        var context = new RecipeExecutionContext { Name = "feature", Step = step };

        foreach (var handler in services.GetServices<IRecipeStepHandler>())
        {
            await handler.ExecuteAsync(context);
        }
    });
}
