using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.Tokens;
using OrchardCore.Customers.Tests.Shared;
using Xunit;

namespace OrchardCore.Customers.Tests.AssistedBuying;

/// <summary>The sample of a storefront, beside an admin that is not well: whatever it answers, the shop believes only what it should.</summary>
public sealed partial class SampleStorefrontTests(FakeAuthority admin) : IClassFixture<FakeAuthority>
{
    private const string Code = "/assist?assist_code=abc";

    public static TheoryData<string> Nonsense => ["nothing", "refused", "page", "empty", "other", "nulls", "garbage", "lines", "error", "elsewhere", "huge"];

    public static TheoryData<string> WrongTokens => ["key", "kid", "audience", "issuer", "type", "expired", "customer", "session", "mode", "agent"];

    [Fact]
    [Seed("E26")]
    public async Task WhoShopsForOneselfSeesAPlainShopAndOrders()
    {
        using var browser = admin.NewBrowser();
        using var home = await browser.GetAsync("/");
        var page = await home.Content.ReadAsStringAsync();

        Assert.DoesNotContain("You are shopping for", page, StringComparison.Ordinal);
        Assert.DoesNotMatch(InlineScript(), page);
        Assert.Contains("script-src 'self'", home.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("no-referrer", home.Headers.GetValues("Referrer-Policy").Single());

        Assert.Equal(HttpStatusCode.Redirect, await PostAsync(browser, "/", page, "id=lamp&count=2"));
        Assert.Contains("€158.00", WebUtility.HtmlDecode(await browser.GetStringAsync("/cart")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, await PostAsync(browser, "/cart?handler=Order", page, ""));
        Assert.Contains("The cart is empty.", await browser.GetStringAsync("/cart"), StringComparison.Ordinal);
    }

    [Fact]
    [Seed("E24", "E26")]
    public async Task ACodeBeginsASessionUnderANewIdAtAnAddressWithoutIt()
    {
        admin.AnswerWith(_ => { });
        using var browser = admin.NewBrowser();
        var plain = await browser.GetStringAsync("/");
        await PostAsync(browser, "/", plain, "id=lamp&count=2");

        using var begun = await browser.GetAsync(Code);
        Assert.Equal("/", begun.Headers.Location?.OriginalString);
        Assert.Equal("no-referrer", begun.Headers.GetValues("Referrer-Policy").Single());
        var cookie = begun.Headers.GetValues("Set-Cookie").Last();
        Assert.Matches("^shop-SHOP=[0-9a-f]{64};", cookie);
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);

        // In the customer's language and currency, and with a cart of its own.
        var page = await browser.GetStringAsync("/cart");
        Assert.Contains("You are shopping for <strong><bdi>&lt;b&gt;&#xC5;se&lt;/b&gt;", page, StringComparison.Ordinal);
        Assert.Contains("You are <bdi>sarah</bdi>", page, StringComparison.Ordinal);
        Assert.Contains("Der Warenkorb ist leer.", page, StringComparison.Ordinal);
        Assert.Contains("908,50 kr", WebUtility.HtmlDecode(await browser.GetStringAsync("/")).Replace('\u00A0', ' '), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Nonsense))]
    public async Task WhatTheAdminAnswersInsteadOfASessionIsSaidInWords(string kind)
    {
        admin.Answer = context => AnswerAsync(context, kind);
        using var browser = admin.NewBrowser();
        using var answer = await browser.GetAsync(Code);

        await ShouldExplainAsync(answer, HttpStatusCode.BadGateway, "The admin did not answer as expected.");
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Theory, MemberData(nameof(WrongTokens))]
    public async Task ATokenThatIsNotOfThisSessionIsNotBelieved(string wrong)
    {
        admin.AnswerWith(token => Spoil(token, wrong), wrong is "key" or "kid" ? FakeAuthority.NewKey(wrong == "key" ? "k1" : "k2") : null);
        using var browser = admin.NewBrowser();
        using var answer = await browser.GetAsync(Code);

        await ShouldExplainAsync(answer, HttpStatusCode.BadGateway, "The admin did not answer as expected.");
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Theory]
    [InlineData(StatusCodes.Status400BadRequest, HttpStatusCode.BadRequest, "Start again")]
    [InlineData(StatusCodes.Status401Unauthorized, HttpStatusCode.BadGateway, "does not know this shop")]
    [InlineData(StatusCodes.Status429TooManyRequests, HttpStatusCode.TooManyRequests, "Too many links")]
    public async Task ACodeThatIsRefusedSaysWhatToDo(int status, HttpStatusCode expected, string text)
    {
        admin.Answer = context => FakeAuthority.WriteAsync(context, """{ "title": "One or more validation errors occurred.", "errors": { "code": [ "Of no use. Start again." ] } }""", status);
        using var browser = admin.NewBrowser();
        using var answer = await browser.GetAsync(Code);

        await ShouldExplainAsync(answer, expected, text);
    }

    private static async Task AnswerAsync(HttpContext context, string kind)
    {
        switch (kind)
        {
            case "nothing":
                context.Abort();
                break;
            case "refused":
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                await context.Response.WriteAsync("<html>Go away</html>");
                break;
            case "page":
                await context.Response.WriteAsync("<html>Welcome</html>");
                break;
            case "other":
                await FakeAuthority.WriteAsync(context, """{ "token": 7 }""");
                break;
            case "nulls":
                await FakeAuthority.WriteAsync(context, """{ "token": null, "session": null }""");
                break;
            case "garbage":
                await FakeAuthority.WriteAsync(context, $$"""{ "token": "a.b.c", "session": {{FakeAuthority.Session}} }""");
                break;
            case "lines":
                await FakeAuthority.WriteAsync(context, $$"""{ "token": "a.b\nc: d", "session": {{FakeAuthority.Session}} }""");
                break;
            case "error":
                context.Response.StatusCode = StatusCodes.Status500InternalServerError;
                break;
            case "elsewhere":
                context.Response.Redirect("https://elsewhere.example.com/");
                break;
            case "huge":
                await FakeAuthority.WriteAsync(context, $$"""{ "token": "{{new string('x', 2_000_000)}}" }""");
                break;
            default:
                break;
        }
    }

    private static void Spoil(SecurityTokenDescriptor token, string what)
    {
        switch (what)
        {
            case "audience":
                token.Audience = "OTHER";
                break;
            case "issuer":
                token.Issuer = "https://elsewhere.example.com";
                break;
            case "type":
                token.TokenType = "JWT";
                break;
            case "expired":
                token.Expires = DateTime.UtcNow.AddMinutes(-2);
                break;
            case "customer":
                token.Claims["sub"] = "c2";
                break;
            case "session":
                token.Claims["sid"] = "s2";
                break;
            case "mode":
                token.Claims["mode"] = "LookOnly";
                break;
            case "agent":
                token.Claims["act"] = new Dictionary<string, object> { ["sub"] = "a2" };
                break;
            default:
                break;
        }
    }

    private static async Task<string> ShouldExplainAsync(HttpResponseMessage answer, HttpStatusCode status, params string[] texts)
    {
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Equal(status, answer.StatusCode);
        Assert.Contains(texts, text => page.Contains(text, StringComparison.Ordinal));
        Assert.DoesNotContain("Exception", page, StringComparison.Ordinal);

        return page;
    }

    private static async Task<HttpStatusCode> PostAsync(HttpClient browser, string path, string page, string fields)
    {
        using var answer = await browser.SubmitAsync(path, page, fields);

        return answer.StatusCode;
    }

    [GeneratedRegex("""<script(?![^>]*\bsrc=)|\son[a-z]+=|\sstyle=""")]
    private static partial Regex InlineScript();
}
