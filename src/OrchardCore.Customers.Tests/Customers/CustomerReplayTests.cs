using System.Net;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Customers.Lists;
using OrchardCore.Customers.Tests.Shared;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.Customers;

/// <summary>A form that is sent twice makes one customer.</summary>
public abstract class CustomerReplayTests(CustomersSite fixture)
{
    private const string CreatePath = "/Admin/Customers/Create";
    private const int Clicks = 20;

    private TestSite Site => fixture.Site;

    [Theory]
    [InlineData("Plain Doubled", "", "")]
    [InlineData("Reachable Doubled", "doubled@example.com", "")]
    [InlineData("Named Doubled", "", "doubled-id")]
    public async Task ManyClicksAtOnceMakeOneCustomer(string name, string email, string customId)
    {
        using var admin = await SiteUser.AdminAsync(Site);
        var sent = await FillAsync(admin, name, ("CustomerPart.Email", email), ("CustomerPart.CustomId", customId));

        var answers = await Task.WhenAll(Enumerable.Range(0, Clicks).Select(_ => admin.PostAsync(CreatePath, sent)));

        Assert.All(answers, answer => Assert.Equal((HttpStatusCode.Redirect, "/Admin/Customers"), (answer.Status, answer.Location)));
        Assert.Equal(1, await CountAsync(name));
    }

    [Fact]
    public async Task ARequestThatIsRepeatedLaterIsAnsweredAsIfItHadSavedTheCustomer()
    {
        using var admin = await SiteUser.AdminAsync(Site);
        var sent = await FillAsync(admin, "Repeated Later");

        var first = await admin.PostAsync(CreatePath, sent);
        var second = await admin.PostAsync(CreatePath, sent);

        Assert.Equal((HttpStatusCode.Redirect, first.Location), (second.Status, second.Location));
        Assert.Contains("Repeated Later was created with number C-", (await admin.GetAsync(second.Location)).Text, StringComparison.Ordinal);
        Assert.Equal(1, await CountAsync("Repeated Later"));
    }

    [Fact]
    public async Task AWarningThatIsAcceptedTwiceMakesOneCustomer()
    {
        await Site.AddAsync("Accepted Doubled");
        using var admin = await SiteUser.AdminAsync(Site);
        var warned = await admin.SubmitAsync(CreatePath, ("CustomerPart.ContactName", "Accepted Doubled"));
        Assert.Contains("There are other customers with this name", warned.Text, StringComparison.Ordinal);

        await Task.WhenAll(Enumerable.Range(0, Clicks).Select(_ => admin.PostAsync(CreatePath, [.. warned.Fields])));

        Assert.Equal(2, await CountAsync("Accepted Doubled"));
    }

    [Fact]
    public async Task WhoGoesBackAndTypesAnotherNameGetsAnotherCustomer()
    {
        using var admin = await SiteUser.AdminAsync(Site);
        var sent = await FillAsync(admin, "Before Going Back");
        await admin.PostAsync(CreatePath, sent);

        await admin.PostAsync(CreatePath, [.. sent.Where(field => field.Name != "CustomerPart.ContactName"), ("CustomerPart.ContactName", "After Going Back")]);

        Assert.Equal((1, 1), (await CountAsync("Before Going Back"), await CountAsync("After Going Back")));
    }

    [Fact]
    public async Task WhoSendsAFormOfAnotherUserMakesACustomerOfHisOwn()
    {
        using var admin = await SiteUser.AdminAsync(Site);
        using var other = await SiteUser.WithRolesAsync(Site, "Customer manager");
        var sent = await FillAsync(admin, "Copied Form");
        var token = (await other.GetAsync(CreatePath)).Fields.First(field => field.Name == "__RequestVerificationToken");
        await admin.PostAsync(CreatePath, sent);

        var answer = await other.PostAsync(CreatePath, [.. sent.Where(field => field.Name != token.Name), token]);

        // Told as anybody else who has a name that is there already, and not that it is saved.
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Contains("There are other customers with this name", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnIdThatIsSentAlongIsNotTaken()
    {
        var id = await Site.AddAsync("Aimed At");
        using var admin = await SiteUser.AdminAsync(Site);

        var saved = await admin.PostAsync(CreatePath, await FillAsync(admin, "Aiming", ("newId", id), ("ContentItemId", id), ("CustomerPart.ContentItem.ContentItemId", id)));

        Assert.Equal(HttpStatusCode.Redirect, saved.Status);
        Assert.Equal("Aimed At", (await Site.ReadAsync(id))!.ContactName);
        Assert.Equal(1, await CountAsync("Aiming"));
    }

    private static async Task<(string Name, string Value)[]> FillAsync(SiteUser user, string name, params (string Name, string Value)[] more)
    {
        var form = await user.GetAsync(CreatePath);
        (string Name, string Value)[] typed = [("CustomerPart.ContactName", name), .. more];

        return [.. form.Fields.Where(field => typed.All(value => value.Name != field.Name)), .. typed];
    }

    private Task<int?> CountAsync(string name) => Site.InScopeAsync(async services =>
        (await services.GetRequiredService<ICustomerFinder>().FindAsync(new CustomerQuery { Search = $"name:\"{name}\"" }, new())).Total);
}

public sealed class SqliteCustomerReplayTests(SqliteSite site) : CustomerReplayTests(site), IClassFixture<SqliteSite>;

public sealed class PostgresCustomerReplayTests(PostgresSite site) : CustomerReplayTests(site), IClassFixture<PostgresSite>;
