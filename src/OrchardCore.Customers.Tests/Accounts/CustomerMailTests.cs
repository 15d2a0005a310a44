using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Customers.Accounts.Mails;
using OrchardCore.Customers.Tests.Shared;
using OrchardCore.Infrastructure;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.Accounts;

/// <summary>What mails say: in the customer's language, whatever the customer is called.</summary>
public sealed class CustomerMailTests(SqliteAccounts fixture) : IClassFixture<SqliteAccounts>
{
    private TestSite Site => fixture.Site;

    [Fact]
    public async Task AMailSaysTheSameAsTextAndAsHtml()
    {
        var mail = await WriteAsync(CustomerMailKind.Invitation, "en", "Åse <script>alert(1)</script> & {link}");

        Assert.Equal("Your account at Test", mail.Subject);
        Assert.StartsWith("Hello Åse <script>alert(1)</script> & {link},\n\nTest has made an account for you.", mail.Text, StringComparison.Ordinal);
        Assert.Contains("\n\nhttps://shop.example.com/account/set-password?code=abc\n\n", mail.Text, StringComparison.Ordinal);
        Assert.Contains("<p dir=\"auto\">Hello <bdi>Åse &lt;script&gt;alert(1)&lt;/script&gt; &amp; {link}</bdi>,</p>", mail.Html, StringComparison.Ordinal);
        Assert.Contains("""<a href="https://shop.example.com/account/set-password?code=abc" dir="ltr">""", mail.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", mail.Html, StringComparison.Ordinal);
        Assert.Contains("""lang="en" dir="ltr">""", mail.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ar-AE")]
    [InlineData("he")]
    [InlineData("fa-IR")]
    public async Task AMailIsRightToLeftWhereItsLanguageIs(string language)
        => Assert.Contains($"lang=\"{language}\" dir=\"rtl\"", (await WriteAsync(CustomerMailKind.Reset, language, "مريم")).Html, StringComparison.Ordinal);

    [Fact]
    public async Task ANameCanNotBeginAnotherLineOfTheHead()
    {
        await SaveAsync(CustomerMailKind.ClosedNotice, "", "Closed: {name}", "{name} is gone.");

        Assert.Equal("Closed: Åse Bcc: victim@example.com", (await WriteAsync(CustomerMailKind.ClosedNotice, null, "Åse\r\nBcc: victim@example.com")).Subject);
    }

    [Fact]
    public async Task TheTextOfALanguageComesBeforeThatOfAllLanguages()
    {
        await SaveAsync(CustomerMailKind.PasswordNotice, "", "For all", "All, {name}");
        await SaveAsync(CustomerMailKind.PasswordNotice, "de", "Für alle Deutschen", "Hallo {name}");
        await SaveAsync(CustomerMailKind.PasswordNotice, "de-AT", "Servus", "Servus {name}");

        Assert.Equal("Servus", (await WriteAsync(CustomerMailKind.PasswordNotice, "de-AT", "Resi")).Subject);
        Assert.Equal("Für alle Deutschen", (await WriteAsync(CustomerMailKind.PasswordNotice, "de-CH", "Urs")).Subject);
        Assert.Equal("For all", (await WriteAsync(CustomerMailKind.PasswordNotice, "fr", "Loïc")).Subject);
        Assert.Equal("For all", (await WriteAsync(CustomerMailKind.PasswordNotice, null, "Kim")).Subject);
    }

    [Theory]
    [InlineData("Subject {nmae}", "{link}", "Subject: There is no placeholder {nmae}.")]
    [InlineData("Subject", "{link} {password}", "Text: There is no placeholder {password}.")]
    [InlineData("Subject", "Nothing", "Text: The text needs {link}")]
    [InlineData("{link}", "{link}", "Subject: The link belongs into the text")]
    [InlineData(" ", "{link}", "Subject: Write something.")]
    public async Task ATextThatWouldBeOfNoUseIsRefused(string subject, string text, string error)
        => Assert.StartsWith(error, (await CheckAsync(CustomerMailKind.Invitation, subject, text)).TheError(), StringComparison.Ordinal);

    [Fact]
    public async Task EveryTextOfTheModuleKeepsItsOwnRules()
    {
        foreach (var kind in Enum.GetValues<CustomerMailKind>())
        {
            await Site.InScopeAsync(services =>
            {
                var texts = services.GetRequiredService<CustomerMailTexts>();
                Assert.True(texts.Check(texts.Standard(kind, CultureInfo.InvariantCulture)).Succeeded, kind.ToString());

                return Task.CompletedTask;
            });
        }
    }

    [Fact]
    public async Task AMailIsWrittenInTheCustomersLanguage()
    {
        await SaveAsync(CustomerMailKind.Invitation, "ar", "حسابك", "مرحبا {name}\n\n{link}");
        var (id, email) = await Site.AddReachableAsync(part => (part.Language, part.ContactName) = ("ar-AE", "مريم الهاشمي"));

        await Site.InviteAsync(id, email);

        var mail = await Site.LastMailAsync(email);
        Assert.Equal("حسابك", mail.Subject);
        Assert.Contains("dir=\"rtl\"", mail.Html, StringComparison.Ordinal);
        Assert.Contains("مريم الهاشمي", mail.Text, StringComparison.Ordinal);
    }

    private Task<CustomerMail> WriteAsync(CustomerMailKind kind, string? language, string name) => Site.InScopeAsync(services => services.GetRequiredService<CustomerMailWriter>().WriteAsync(
        kind,
        language,
        new CustomerMailValues { Name = name, Email = "ase@example.com", Link = "https://shop.example.com/account/set-password?code=abc", ExpiresUtc = DateTime.UtcNow }));

    private Task<Result> CheckAsync(CustomerMailKind kind, string subject, string text) => Site.InScopeAsync(services =>
        Task.FromResult(services.GetRequiredService<CustomerMailTexts>().Check(new() { Kind = kind, Subject = subject, Text = text })));

    private async Task SaveAsync(CustomerMailKind kind, string language, string subject, string text)
    {
        using var admin = await SiteUser.AdminAsync(Site);
        var saved = await admin.SubmitAsync($"/Admin/Customers/Mails/{kind}?language={language}", ("Subject", subject), ("Text", text));
        Assert.Equal(System.Net.HttpStatusCode.Redirect, saved.Status);
    }
}
