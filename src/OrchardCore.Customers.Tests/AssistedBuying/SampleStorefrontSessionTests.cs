using System.Globalization;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using OrchardCore.Customers.Tests.Shared;
using Xunit;

namespace OrchardCore.Customers.Tests.AssistedBuying;

/// <summary>A session at the sample of a storefront: what it shows while nobody knows whether it runs, and what it tells the admin.</summary>
public sealed class SampleStorefrontSessionTests(FakeAuthority admin) : IClassFixture<FakeAuthority>
{
    private const string Code = "/assist?assist_code=abc";

    [Theory]
    [InlineData("/nope", HttpStatusCode.NotFound)]
    [InlineData("/problem", HttpStatusCode.OK)]
    [InlineData("/assist", HttpStatusCode.BadRequest)]
    [InlineData(Code, HttpStatusCode.BadGateway)]
    [Seed("E26")]
    public async Task APageThatDoesNotAskShowsNothingOfTheCustomer(string path, HttpStatusCode status)
    {
        using var browser = await BeginAsync();
        admin.Revoke();
        using var answer = await browser.GetAsync(path);

        Assert.Equal(status, answer.StatusCode);
        await ShouldShowNothingAsync(answer);
    }

    [Fact]
    public async Task ASessionIsOverWhenItIsAndNotBefore()
    {
        using var browser = await BeginAsync();
        using var running = await browser.GetAsync("/over");
        Assert.Equal("/", running.Headers.Location?.OriginalString);

        admin.Revoke();
        using var ended = await browser.GetAsync("/over");
        Assert.Equal("/over", ended.Headers.Location?.OriginalString);
        using var over = await browser.GetAsync("/over");
        var page = await over.Content.ReadAsStringAsync();
        Assert.Contains("The session is over", page, StringComparison.Ordinal);
        Assert.DoesNotContain(FakeAuthority.Traces, trace => page.Contains(trace, StringComparison.Ordinal));
        Assert.DoesNotContain("assist/end", page, StringComparison.Ordinal);
    }

    [Fact]
    [Seed("E26")]
    public async Task NothingIsChangedAndNothingOfTheCustomersShownWhileTheAdminIsAway()
    {
        using var browser = await BeginAsync();
        var page = await browser.GetStringAsync("/");
        (await browser.SubmitAsync("/", page, "id=lamp&count=2")).Dispose();
        var answer = admin.Answer;
        admin.Answer = context =>
        {
            context.Abort();

            return Task.CompletedTask;
        };

        foreach (var (path, fields) in new[] { ("/", "id=lamp&count=2"), ("/cart", "id=lamp&count=3"), ("/cart?handler=Order", "address=home"), ("/thanks", "") })
        {
            using var changed = await browser.SubmitAsync(path, page, fields);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, changed.StatusCode);
            await ShouldShowNothingAsync(changed, "can&#x27;t ask the admin");
        }

        using var away = await browser.GetAsync("/cart");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, away.StatusCode);
        await ShouldShowNothingAsync(away, "can&#x27;t ask the admin", "Try again");

        // It goes on when the admin is back: the session was not lost.
        admin.Answer = answer;
        Assert.Contains("Storgata 7", await browser.GetStringAsync("/cart"), StringComparison.Ordinal);
        Assert.Equal(2, await CountAsync(browser));
    }

    [Fact]
    [Seed("E24", "E26")]
    public async Task ARefusalStandsBesideWhatWasTriedInTheSessionAsItIsThen()
    {
        using var browser = await BeginAsync();
        var page = await browser.GetStringAsync("/");
        admin.AnswerTo("actions", context => FakeAuthority.WriteAsync(context, """{ "detail": "The customer is on hold." }""", StatusCodes.Status403Forbidden));
        admin.AnswerTo("session", context => FakeAuthority.WriteAsync(context, FakeAuthority.Session.Replace("\"isOnHold\": false", "\"isOnHold\": true", StringComparison.Ordinal)));
        using var refused = await browser.SubmitAsync("/", page, "id=lamp&count=7");
        var text = await refused.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Contains("The customer is on hold.", text, StringComparison.Ordinal);
        Assert.Contains("On hold: nobody orders", text, StringComparison.Ordinal);
        Assert.Contains("value=\"7\"", text, StringComparison.Ordinal);

        admin.AnswerTo("session", context => FakeAuthority.WriteAsync(context, "{}", StatusCodes.Status401Unauthorized));
        using var over = await browser.SubmitAsync("/", page, "id=lamp&count=7");
        Assert.Equal("/over", over.Headers.Location?.OriginalString);
    }

    [Fact]
    [Seed("E26")]
    public async Task ASecondCodeInOneBrowserEndsTheSessionOfTheFirst()
    {
        var first = admin.AnswerWith(_ => { });
        using var browser = admin.NewBrowser();
        (await browser.GetAsync(Code)).Dispose();
        var second = admin.AnswerWith(_ => { });
        (await browser.GetAsync(Code)).Dispose();

        Assert.Equal(first, Assert.Single(admin.Asked, question => question.Name == "end").Token);
        Assert.NotEqual(first, second);
        await browser.GetStringAsync("/");
        Assert.Equal(second, admin.Asked.Last().Token);
    }

    [Fact]
    [Seed("E26")]
    public async Task ASessionWithATokenThatIsNotBelievedIsEnded()
    {
        var token = admin.AnswerWith(token => token.Audience = "OTHER");
        using var browser = admin.NewBrowser();
        (await browser.GetAsync(Code)).Dispose();

        Assert.Equal(token, Assert.Single(admin.Asked, question => question.Name == "end").Token);
    }

    [Fact]
    [Seed("E24")]
    public async Task OfChangesAtOnceEachIsToldAsItIsDone()
    {
        using var browser = await BeginAsync();
        var page = await browser.GetStringAsync("/");
        var (atOnce, most) = (0, 0);
        admin.AnswerTo("actions", async context =>
        {
            most = Math.Max(most, Interlocked.Increment(ref atOnce));
            await Task.Delay(100);
            Interlocked.Decrement(ref atOnce);
            await FakeAuthority.WriteAsync(context, "{}");
        });

        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => browser.SubmitAsync("/", page, "id=mug&count=60")));
        Assert.Equal([HttpStatusCode.Redirect, HttpStatusCode.Redirect, HttpStatusCode.BadRequest], answers.Select(answer => answer.StatusCode).Order());
        Assert.Equal(["60 × Stoneware mug", "39 × Stoneware mug"], Told());
        Assert.Equal(1, most);
        Assert.Equal(99, await CountAsync(browser));

        foreach (var answer in answers)
        {
            answer.Dispose();
        }
    }

    [Fact]
    [Seed("E24")]
    public async Task WhatIsSentTwiceIsAskedOnce()
    {
        using var browser = await BeginAsync();
        var page = await browser.GetStringAsync("/");

        foreach (var (path, fields) in new[] { ("/", "id=lamp&count=2"), ("/cart", "id=lamp&count=3"), ("/cart", "id=lamp&count=3"), ("/cart?handler=Order", "address=home"), ("/cart?handler=Order", "address=home") })
        {
            using var answer = await browser.SubmitAsync(path, page, fields);
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        }

        Assert.Equal(["2 × Desk lamp", "3 × Desk lamp", "3 × Desk lamp: 2.725,50 kr, to Storgata 7, 0155 Oslo"], Told());
    }

    [Theory]
    [InlineData("document", 1)]
    [InlineData("image", 0)]
    [InlineData("iframe", 0)]
    [InlineData("empty", 0)]
    [Seed("E26")]
    public async Task OnlyATabUsesACodeUp(string destination, int exchanged)
    {
        admin.AnswerWith(_ => { });
        using var browser = admin.NewBrowser();
        using var request = new HttpRequestMessage(HttpMethod.Get, Code) { Headers = { { "Sec-Fetch-Dest", destination } } };
        using var answer = await browser.SendAsync(request);

        Assert.Equal(exchanged, admin.Asked.Count(question => question.Name == "exchange"));
        Assert.Equal(exchanged == 1 ? HttpStatusCode.Redirect : HttpStatusCode.ServiceUnavailable, answer.StatusCode);
    }

    [Theory]
    [InlineData("https://shop.example.com", true)]
    [InlineData("http://shop.example.com", false)]
    [Seed("E26")]
    public async Task CookiesAreSecureWhereBrowsersComeByHttpsWhateverTheProxyMakesOfIt(string origin, bool isSecure)
    {
        admin.AnswerWith(_ => { });
        await using var shop = await admin.StartShopAsync(origin);
        using var browser = shop.NewClient();
        using var home = await browser.GetAsync("/");
        using var begun = await browser.GetAsync(Code);
        var cookies = home.Headers.GetValues("Set-Cookie").Concat(begun.Headers.GetValues("Set-Cookie")).ToList();

        Assert.Equal(["shop-SHOP-forms", "shop-SHOP"], cookies.Select(cookie => cookie.Split('=')[0]));
        Assert.All(cookies, cookie => Assert.Equal(isSecure, cookie.Contains("; secure", StringComparison.OrdinalIgnoreCase)));
    }

    private async Task<HttpClient> BeginAsync()
    {
        admin.AnswerWith(_ => { });
        var browser = admin.NewBrowser();
        (await browser.GetAsync(Code)).Dispose();

        return browser;
    }

    /// <summary>What was told before it was done.</summary>
    private IEnumerable<string> Told()
        => admin.Asked.Where(question => question.Name == "actions").Select(question => JsonDocument.Parse(question.Body).RootElement.GetProperty("summary").GetString()!.Replace('\u00A0', ' '));

    /// <summary>How many things the header says to be in the cart.</summary>
    private static async Task<int> CountAsync(HttpClient browser)
        => int.Parse((await browser.GetStringAsync("/")).Split("<span class=\"count\">")[1].Split('<')[0], CultureInfo.InvariantCulture);

    /// <summary>The session may be over; that one may be in it, and how to leave, is all that the page knows.</summary>
    private static async Task ShouldShowNothingAsync(HttpResponseMessage answer, params string[] texts)
    {
        var page = await answer.Content.ReadAsStringAsync();
        Assert.DoesNotContain(FakeAuthority.Traces, trace => page.Contains(trace, StringComparison.Ordinal));
        Assert.DoesNotContain("class=\"count\"", page, StringComparison.Ordinal);
        Assert.Contains("You may still be in an assisted session", page, StringComparison.Ordinal);
        Assert.Contains("action=\"/assist/end\"", page, StringComparison.Ordinal);
        Assert.All(texts, text => Assert.True(page.Contains(text, StringComparison.Ordinal) || WebUtility.HtmlDecode(page).Contains(WebUtility.HtmlDecode(text), StringComparison.Ordinal), text));
    }
}
