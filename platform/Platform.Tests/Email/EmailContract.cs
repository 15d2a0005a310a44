using OrchardCore.Email;
using OrchardCore.Infrastructure;
using Platform.Tests.Hosting;
using Xunit;

namespace Platform.Tests.Email;

/// <summary>Mails into a folder, as the sample site sends them.</summary>
[Collection(nameof(OnSqlite))]
public sealed class EmailContract(SqliteThings things) : ThingsContract(things)
{
    [Fact]
    public async Task AMailIsAFileWithBothBodies()
    {
        var subject = NewName();

        var result = await SendAsync(new MailMessage { To = "kim@example.com", Subject = subject, TextBody = "Hello Kim", HtmlBody = "<p>Hello Kim</p>" });

        Assert.True(result.Succeeded);
        var mail = Assert.Single(Directory.EnumerateFiles(Site.Mails, "*.eml").Select(File.ReadAllText), text => text.Contains(subject, StringComparison.Ordinal));
        Assert.Contains("From: shop@example.com", mail, StringComparison.Ordinal);
        Assert.Contains("To: kim@example.com", mail, StringComparison.Ordinal);
        Assert.Contains("multipart/alternative", mail, StringComparison.Ordinal);
        Assert.Contains("text/plain", mail, StringComparison.Ordinal);
        Assert.Contains("text/html", mail, StringComparison.Ordinal);
        Assert.Contains("Hello Kim", mail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no address", "To")]
    [InlineData("", "")]
    public async Task WhoCanNotBeReachedIsSaid(string to, string key)
    {
        var result = await SendAsync(new MailMessage { To = to, Subject = "Hello", TextBody = "Hello" });

        Assert.Equal([key], result.Errors.Select(error => error.Key ?? ""));
    }

    [Fact]
    public async Task WhatCanNotBeSentIsAFailureAndNoException()
    {
        var kept = Site.Mails + "-kept";
        Directory.CreateDirectory(Site.Mails);
        Directory.Move(Site.Mails, kept);
        await File.WriteAllTextAsync(Site.Mails, "", TestContext.Current.CancellationToken);

        try
        {
            var result = await SendAsync(new MailMessage { To = "kim@example.com", Subject = "Hello", TextBody = "Hello" });

            Assert.StartsWith("An error occurred while sending an email", Assert.Single(result.Errors).Message.Value, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(Site.Mails);
            Directory.Move(kept, Site.Mails);
        }
    }

    private Task<Result> SendAsync(MailMessage message) => With<IEmailService, Result>(emails => emails.SendAsync(message, cancellationToken: TestContext.Current.CancellationToken));
}
