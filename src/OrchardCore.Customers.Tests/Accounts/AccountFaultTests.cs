using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OrchardCore.Customers.Accounts;
using OrchardCore.Customers.Bulk;
using OrchardCore.Customers.Tests.Shared;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.Accounts;

/// <summary>What must not get out, on a site of its own that nobody has told its address.</summary>
public sealed class AccountFaultTests : IAsyncLifetime
{
    private readonly AllLogs _logs = new();

    private TestSite? _site;

    private TestSite Site => _site!;

    public async ValueTask InitializeAsync() => _site = await TestSite.StartAsync(
        "SampleHost",
        TestSiteDatabase.Sqlite,
        [CustomersConstants.Features.Customers, CustomersConstants.Features.Accounts],
        [CustomersSite.Roles],
        services => services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(_logs)));

    public async ValueTask DisposeAsync()
    {
        if (_site is not null)
        {
            await _site.DisposeAsync();
        }
    }

    /// <summary>Bar R5: no code in the logs, and none in the database.</summary>
    [Fact]
    public async Task NoCodeIsWrittenAnywhereButIntoTheMail()
    {
        var (id, email) = await Site.AddReachableAsync();
        await AsVisitorAsync("localhost", accounts => accounts.RequestPasswordAsync(email));
        var code = (await Site.WaitForMailAsync(email)).Code;
        await Site.WithAccountsAsync(accounts => accounts.FindCodeAsync(code, AccountCodePurpose.Reset));
        Assert.True((await Site.SetPasswordAsync(code)).Succeeded);
        Assert.NotNull((await Site.ReadAsync(id))!.AccountId);

        Assert.NotEmpty(_logs.Lines);
        Assert.DoesNotContain(_logs.Lines, line => line.Contains(code, StringComparison.Ordinal) || line.Contains(AccountsSiteExtensions.NewPassword, StringComparison.Ordinal));

        foreach (var file in Directory.EnumerateFiles(Path.Combine(Site.Root, "App_Data", "Sites", "Default"), "OrchardCore.db*"))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream, Encoding.Latin1);
            Assert.DoesNotContain(code, await reader.ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }
    }

    /// <summary>The host that a visitor names may be the visitor's own site.</summary>
    [Fact]
    public async Task AVisitorDoesNotSayWhereLinksLead()
    {
        var (id, email) = await Site.AddReachableAsync();

        await AsVisitorAsync("evil.example", accounts => accounts.RequestPasswordAsync(email));
        Assert.Empty(await Site.MailsAsync(email));

        using var admin = await SiteUser.AdminAsync(Site);
        await admin.SubmitAsync($"/Admin/Customers/{id}/Edit", ("CustomerPart.SendPassword", "true"));
        await AsVisitorAsync("evil.example", accounts => accounts.RequestPasswordAsync(email));

        var mail = await Site.WaitForMailAsync(email, mail => mail.Link.Contains("reset-password", StringComparison.Ordinal));
        Assert.StartsWith(Site.Address.GetLeftPart(UriPartial.Authority), mail.Link, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ManyAreInvitedAtOnceAndNobodyTwice()
    {
        await Site.ChangeAccountSettingsAsync(("Address", "https://shop.example.com"));
        var (owner, ownersEmail) = await Site.AddOwnerAsync();
        var (id, email) = await Site.AddReachableAsync();
        var nowhere = await Site.AddAsync("Nowhere");

        Assert.True(await InviteInBulkAsync(owner));
        Assert.True(await InviteInBulkAsync(id));
        Assert.True(await InviteInBulkAsync(id));
        Assert.False(await InviteInBulkAsync(nowhere));

        Assert.Contains("/account/set-password?code=", Assert.Single(await Site.MailsAsync(email)).Link, StringComparison.Ordinal);
        Assert.DoesNotContain(await Site.MailsAsync(ownersEmail), mail => mail.Link.Contains("reset-password", StringComparison.Ordinal));
    }

    private Task<bool> InviteInBulkAsync(string id) => Site.InScopeAsync(async services =>
    {
        var action = services.GetServices<ICustomerBulkAction>().Single(action => action.Name == "invite");

        return (await action.ApplyAsync((await services.GetRequiredService<ICustomerManager>().FindAsync(id))!, null)).Succeeded;
    });

    /// <summary>Asks as somebody who is not logged in, and names a host.</summary>
    private Task AsVisitorAsync(string host, Func<ICustomerAccountManager, Task> ask) => Site.InScopeAsync(async services =>
    {
        var accessor = services.GetRequiredService<IHttpContextAccessor>();
        var context = new DefaultHttpContext { RequestServices = services };
        (context.Request.Scheme, context.Request.Host) = ("https", new HostString(host));
        accessor.HttpContext = context;

        try
        {
            await ask(services.GetRequiredService<ICustomerAccountManager>());
        }
        finally
        {
            accessor.HttpContext = null;
        }
    });

    private sealed class AllLogs : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
            => Lines.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
