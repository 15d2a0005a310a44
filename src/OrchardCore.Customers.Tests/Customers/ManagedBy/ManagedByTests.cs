using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Customers.ManagedBy;
using OrchardCore.Customers.Tests.Authorization;
using OrchardCore.Customers.Tests.Shared;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.Customers.ManagedBy;

/// <summary>A user manages a customer: how that is said, shown and cleared.</summary>
public abstract class ManagedByTests(CustomersSite fixture)
{
    private const string Field = "CustomerPart.ManagedBy";

    private TestSite Site => fixture.Site;

    [Fact]
    [Seed("O15", "O18", "O19")]
    public async Task TheFormAssignsAUserAndClearsIt()
    {
        using var admin = await SiteUser.AdminAsync(Site);
        var (id, manager) = await CustomerAndManagerAsync();
        var form = $"/Admin/Customers/{id}/Edit";

        Assert.Equal(HttpStatusCode.Redirect, (await admin.SubmitAsync(form, (Field, " " + manager.ToUpperInvariant()))).Status);
        Assert.Equal(await Site.UserIdAsync(manager), await ManagerAsync(id));
        Assert.Contains((Field, manager), (await admin.GetAsync(form)).Fields);

        Assert.Equal(HttpStatusCode.Redirect, (await admin.SubmitAsync(form, (Field, ""))).Status);
        Assert.Null(await ManagerAsync(id));
    }

    [Fact]
    [Seed("O15", "O18")]
    public async Task ANewCustomerIsManagedFromTheBeginning()
    {
        using var admin = await SiteUser.AdminAsync(Site);
        var manager = await SiteUser.CreateAsync(Site, CustomersConstants.Roles.CustomerGuest);
        var name = "Managed " + Guid.NewGuid().ToString("N");

        await admin.SubmitAsync("/Admin/Customers/Create", ("CustomerPart.ContactName", name), (Field, manager));

        var managed = await admin.GetAsync($"/Admin/Customers?managedby={await Site.UserIdAsync(manager)}");
        Assert.Contains(name, managed.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhoIsNobodyIsRefusedBesideTheFieldAndNothingTypedIsLost()
    {
        using var admin = await SiteUser.AdminAsync(Site);
        var (id, _) = await CustomerAndManagerAsync();
        var powerless = await SiteUser.CreateAsync(Site, CustomersSite.Backstage);

        foreach (var (typed, error) in new[]
        {
            ("<script>nobody", "There is no user “<script>nobody”."),
            (powerless, $"“{powerless}” may not log in or view customers"),
        })
        {
            var refused = await admin.SubmitAsync($"/Admin/Customers/{id}/Edit", (Field, typed), ("CustomerPart.Company", "Typed & kept"));

            Assert.Equal(HttpStatusCode.OK, refused.Status);
            Assert.Matches("id=\"CustomerPart_ManagedBy-error\"[^>]*>" + System.Text.RegularExpressions.Regex.Escape(error), WebUtility.HtmlDecode(refused.Html));
            Assert.Contains((Field, typed), refused.Fields);
            Assert.Contains(("CustomerPart.Company", "Typed & kept"), refused.Fields);
            Assert.DoesNotContain("<script>nobody", refused.Html, StringComparison.Ordinal);
        }

        Assert.Null(await ManagerAsync(id));
    }

    [Fact]
    [Seed("O15", "O18", "O19", "O20")]
    public async Task TheCustomersPageSaysWhoManagesAndChangesIt()
    {
        using var admin = await SiteUser.AdminAsync(Site);
        var (id, manager) = await CustomerAndManagerAsync();
        var page = $"/Admin/Customers/{id}";
        Assert.Contains("managed by nobody", (await admin.GetAsync(page)).Text, StringComparison.Ordinal);

        var saved = await PostAsync(admin, id, manager, 1);
        Assert.Equal((HttpStatusCode.Redirect, $"{page}?returnUrl=%2FAdmin%2FCustomers"), (saved.Status, saved.Location));
        var shown = await admin.GetAsync(page);
        Assert.Matches($"managed by\\s+{manager}", shown.Text);

        // Orchard's own page of the user, where the host has one.
        if ((await admin.GetAsync("/Admin/Users/Index")).Status == HttpStatusCode.OK)
        {
            Assert.Contains($"/Admin/Users/Edit/{await Site.UserIdAsync(manager)}", shown.Html, StringComparison.OrdinalIgnoreCase);
        }

        Assert.Equal(HttpStatusCode.Redirect, (await PostAsync(admin, id, "", 2)).Status);
        Assert.Null(await ManagerAsync(id));
        Assert.Contains("managed by nobody", (await admin.GetAsync(page)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhoWasSlowerIsToldWhoManagesNowAndSavesAgain()
    {
        using var admin = await SiteUser.AdminAsync(Site);
        var (id, manager) = await CustomerAndManagerAsync();
        var other = await SiteUser.CreateAsync(Site, CustomersConstants.Roles.CustomerService);
        await PostAsync(admin, id, other, 1);

        var refused = await PostAsync(admin, id, manager, 1);

        Assert.Equal(HttpStatusCode.OK, refused.Status);
        Assert.Contains("Somebody else saved this customer meanwhile.", refused.Text, StringComparison.Ordinal);
        Assert.Matches($"is managed by\\s+{other}", refused.Text);
        Assert.Contains(("managedBy", manager), refused.Fields);
        Assert.Contains(("revision", "2"), refused.Fields);
        Assert.Equal(await Site.UserIdAsync(other), await ManagerAsync(id));

        Assert.Equal(HttpStatusCode.Redirect, (await admin.PostAsync($"/Admin/Customers/{id}/ManagedBy", [.. refused.Fields])).Status);
        Assert.Equal(await Site.UserIdAsync(manager), await ManagerAsync(id));
    }

    [Fact]
    public async Task TheFormTellsOfAManagerWhoWasChosenMeanwhile()
    {
        using var admin = await SiteUser.AdminAsync(Site);
        var (id, manager) = await CustomerAndManagerAsync();
        var form = await admin.GetAsync($"/Admin/Customers/{id}/Edit");
        await PostAsync(admin, id, manager, 1);

        var conflict = await admin.PostAsync($"/Admin/Customers/{id}/Edit", [.. form.Fields]);

        Assert.Contains("data-take=\"CustomerPart.ManagedBy\" data-value=\"" + manager, conflict.Html, StringComparison.Ordinal);
    }

    /// <summary>Only users who may log in and view customers; case and accents don't matter in the search.</summary>
    [Fact]
    [Seed("O18")]
    public async Task OnlyUsersWhoCanManageAreOfferedAndFound()
    {
        using var admin = await SiteUser.AdminAsync(Site);
        var (_, manager) = await CustomerAndManagerAsync();
        var powerless = await SiteUser.CreateAsync(Site, CustomersSite.Backstage);
        var disabled = await SiteUser.CreateAsync(Site, CustomersConstants.Roles.CustomerManager);
        await Site.ChangeUserAsync(disabled, user => user.IsEnabled = false);

        var offered = await Site.InScopeAsync(services => services.GetRequiredService<CustomerManagers>().OfferedAsync());
        var names = offered.Select(user => user.Name).ToList();

        Assert.Contains(manager, names);
        Assert.Contains(TestSite.Admin, names);
        Assert.DoesNotContain(powerless, names);
        Assert.DoesNotContain(disabled, names);

        Assert.Equal([manager], await SearchAsync(admin, manager.ToUpperInvariant()[2..]));
        Assert.Empty(await SearchAsync(admin, powerless));
        Assert.Contains($"<option value=\"{manager}\">", (await admin.GetAsync("/Admin/Customers/Create")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AManagerWhoLosesTheRoleOrIsDeletedIsToldAndTheRecordStaysEditable()
    {
        using var admin = await SiteUser.AdminAsync(Site);
        var (id, manager) = await CustomerAndManagerAsync();
        await PostAsync(admin, id, manager, 1);
        var userId = await ManagerAsync(id);
        var form = $"/Admin/Customers/{id}/Edit";

        await Site.ChangeUserAsync(manager, user => user.RoleNames.Clear());
        Assert.Contains("This user is no longer one who may log in and view customers.", (await admin.GetAsync($"/Admin/Customers/{id}")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await admin.SubmitAsync(form, ("CustomerPart.Company", "Role lost"))).Status);

        await Site.DeleteUserAsync(manager);
        var page = await admin.GetAsync($"/Admin/Customers/{id}");
        Assert.Contains("managed by a user who is gone", Words(page), StringComparison.Ordinal);
        Assert.Contains("This user is no longer there.", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await admin.SubmitAsync(form, ("CustomerPart.Company", "User gone"))).Status);

        var part = await Site.ReadAsync(id);
        Assert.Equal(("User gone", userId), (part!.Company, part.ManagedBy));
        Assert.Contains(part.Number!, (await admin.GetAsync($"/Admin/Customers?managedby={userId}")).Text, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Redirect, (await PostAsync(admin, id, "", part.Revision)).Status);
        Assert.Null(await ManagerAsync(id));
    }

    /// <summary>Whatever way a customer is saved by.</summary>
    [Fact]
    public async Task WhatIsNoUsersIdIsRefusedByTheRule()
    {
        var (id, _) = await CustomerAndManagerAsync();

        var result = await Site.UpdateAsync(id, part => part.ManagedBy = new string('a', 27));

        Assert.Equal("CustomerPart.ManagedBy: This is no user of this site.", result.TheError());
    }

    private async Task<(string Id, string Manager)> CustomerAndManagerAsync()
        => (await Site.AddAsync("Managed Person"), await SiteUser.CreateAsync(Site, CustomersConstants.Roles.CustomerService));

    private async Task<string?> ManagerAsync(string id) => (await Site.ReadAsync(id))!.ManagedBy;

    private static async Task<SitePage> PostAsync(SiteUser user, string id, string manager, int revision)
    {
        var token = (await user.GetAsync($"/Admin/Customers/{id}/Edit")).Fields.First(field => field.Name == "__RequestVerificationToken");

        return await user.PostAsync($"/Admin/Customers/{id}/ManagedBy", token, ("managedBy", manager), ("revision", revision.ToString(System.Globalization.CultureInfo.InvariantCulture)));
    }

    private static async Task<string[]> SearchAsync(SiteUser user, string term)
        => JsonSerializer.Deserialize<string[]>((await user.GetAsync("/Admin/Customers/Managers?search=" + Uri.EscapeDataString(term))).Html)!;

    private static string Words(SitePage page) => string.Join(' ', page.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

public sealed class SqliteManagedByTests(SqliteSite site) : ManagedByTests(site), IClassFixture<SqliteSite>;

public sealed class PostgresManagedByTests(PostgresSite site) : ManagedByTests(site), IClassFixture<PostgresSite>;
