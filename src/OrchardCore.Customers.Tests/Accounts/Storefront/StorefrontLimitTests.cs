using System.Globalization;
using System.Net;
using OrchardCore.Customers.Tests.Shared;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.Accounts.Storefront;

/// <summary>The limits as a visitor meets them, with the numbers a site has at first.</summary>
public sealed class StorefrontLimitTests : IAsyncLifetime
{
    private const int PerNetworkAddress = 20;

    private TestSite _site = null!;

    public async ValueTask InitializeAsync() => _site = await TestSite.StartAsync("SampleHost", TestSiteDatabase.Sqlite, [CustomersConstants.Features.Accounts]);

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task TooManyRequestsFromOnePlaceAreAskedToWait()
    {
        using var user = SiteUser.Anonymous(_site);

        for (var count = 0; count < PerNetworkAddress; count++)
        {
            Assert.Equal(HttpStatusCode.Redirect, (await user.SubmitAsync("/account/forgot-password", ("Email", StorefrontSiteExtensions.NewEmail()))).Status);
        }

        var page = await user.SubmitAsync("/account/forgot-password", ("Email", StorefrontSiteExtensions.NewEmail()));

        Assert.Equal(HttpStatusCode.TooManyRequests, page.Status);
        Assert.Contains("Please wait a little", page.Text, StringComparison.Ordinal);
        Assert.InRange(await RetryAfterAsync(), 1, 3600);

        // What else one does from there is counted on its own; log-ins that succeed don't count at all.
        var shopper = await _site.AddShopperAsync();

        for (var count = 0; count < PerNetworkAddress + 5; count++)
        {
            using var again = await shopper.LogInAsync();
        }

        for (var count = 0; count < PerNetworkAddress; count++)
        {
            Assert.Equal(HttpStatusCode.OK, (await user.LogInAsync(StorefrontSiteExtensions.NewEmail(), "Wrong1!!")).Status);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, (await user.LogInAsync(shopper.Email, TestSite.Password)).Status);
    }

    private async Task<int> RetryAfterAsync()
    {
        using var client = _site.NewClient();
        var form = await SitePage.ReadAsync(await client.GetAsync("/account/forgot-password"));
        using var content = new FormUrlEncodedContent(form.Fields.Where(field => field.Name != "Email").Append(("Email", "somebody@example.com")).Select(field => KeyValuePair.Create(field.Item1, field.Item2)));
        using var answer = await client.PostAsync("/account/forgot-password", content);

        return int.Parse(answer.Headers.GetValues("Retry-After").Single(), CultureInfo.InvariantCulture);
    }
}
