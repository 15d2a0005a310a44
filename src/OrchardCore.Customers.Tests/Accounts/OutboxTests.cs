using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Customers.Accounts;
using OrchardCore.Customers.Accounts.Mails;
using Platform.Tests.Hosting;
using Xunit;
using YesSql;

namespace OrchardCore.Customers.Tests.Accounts;

/// <summary>Mails that wait: none is lost, and none is sent by two. The tests of a class share a pickup folder, one after the other.</summary>
public abstract class OutboxTests(AccountsSite fixture)
{
    private TestSite Site => fixture.Site;

    [Fact]
    public async Task AMailThatTheServerDoesNotTakeWaitsAndIsSentLater()
    {
        var (id, email) = await Site.AddReachableAsync();
        Assert.Empty(await Site.MailsAsync("nobody"));

        await WhileDownAsync(async () =>
        {
            Assert.True((await Site.WithCustomerAsync(id, (accounts, customer) => accounts.InviteAsync(customer))).Succeeded);
            await Site.SendMailsAsync();

            var waiting = await TheMailAsync(id);
            Assert.Equal((OutboxMailState.Waiting, 1), (waiting.State, waiting.Attempts));
            Assert.NotEmpty(waiting.Problem!);
            Assert.True(waiting.DueUtc > DateTime.UtcNow.AddSeconds(30));
            Assert.True(await Site.InScopeAsync(services => services.GetRequiredService<Outbox>().IsStuckAsync()));
        });

        Assert.Empty(await Site.MailsAsync(email));
        await ChangeAsync(id, mail => mail.DueUtc = DateTime.UtcNow.AddSeconds(-1));

        Assert.True((await Site.SetPasswordAsync((await Site.LastMailAsync(email)).Code)).Succeeded);
    }

    [Fact]
    public async Task AMailIsGivenUpInTheEnd()
    {
        var (id, _) = await Site.AddReachableAsync();
        await Site.WithCustomerAsync(id, (accounts, customer) => accounts.InviteAsync(customer));
        await ChangeAsync(id, mail => mail.Attempts = 9);

        await WhileDownAsync(Site.SendMailsAsync);

        var given = await TheMailAsync(id);
        Assert.Equal((OutboxMailState.GivenUp, null), (given.State, given.Body));
        Assert.NotEmpty(given.Problem!);
    }

    [Fact]
    public async Task AMailOfWhichTheLinkWouldBeTooOldIsGivenUp()
    {
        var (id, _) = await Site.AddReachableAsync();
        await Site.WithCustomerAsync(id, (accounts, customer) => accounts.InviteAsync(customer));
        await ChangeAsync(id, mail => mail.ExpiresUtc = DateTime.UtcNow.AddSeconds(20));

        await WhileDownAsync(Site.SendMailsAsync);

        Assert.Equal(OutboxMailState.GivenUp, (await TheMailAsync(id)).State);
    }

    [Fact]
    public async Task OfManySendersOneSendsAMail()
    {
        var (id, email) = await Site.AddReachableAsync();
        await Site.WithCustomerAsync(id, (accounts, customer) => accounts.InviteAsync(customer));

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(Site.SendMailsAsync)));

        Assert.Single(await Site.MailsAsync(email));
    }

    /// <summary>Somebody was killed between taking a mail and noting that it was sent.</summary>
    [Fact]
    public async Task WhatAKilledSenderLeavesOthersTakeUpAfterAWhile()
    {
        await Site.SendMailsAsync();
        var (id, email) = await Site.AddReachableAsync();
        await Site.WithCustomerAsync(id, (accounts, customer) => accounts.InviteAsync(customer));
        var claim = await Site.InScopeAsync(services => services.GetRequiredService<OutboxStep>().ClaimAsync("killed"));
        Assert.Equal(id, claim.Mail!.CustomerId);
        Assert.Empty(await Site.MailsAsync(email));

        await ChangeAsync(id, mail => mail.DueUtc = DateTime.UtcNow.AddSeconds(-1));
        Assert.Single(await Site.MailsAsync(email));

        // Who was thought dead and is not notes nothing any more.
        await Site.InScopeAsync(services => services.GetRequiredService<OutboxStep>().NoteAsync(claim.Mail, OutboxStep.Failed("late")));
        Assert.Equal(OutboxMailState.Sent, (await TheMailAsync(id)).State);
    }

    [Fact]
    public async Task MailsToManyGoOutAtTheirRateAndOthersDoNotWaitForThem()
    {
        var many = new List<string>();

        for (var index = 0; index < 5; index++)
        {
            many.Add((await Site.AddReachableAsync()).Id);
        }

        await Site.ChangeAccountSettingsAsync(("MailsPerMinute", "3"));

        foreach (var id in many)
        {
            await QueueInvitationAsync(id);
        }

        var (urgent, email) = await Site.AddReachableAsync();
        await Site.InviteAsync(urgent, email);
        await Site.SendMailsAsync();

        var sent = 0;

        foreach (var id in many)
        {
            sent += (await TheMailAsync(id)).State == OutboxMailState.Sent ? 1 : 0;
        }

        await Site.ChangeAccountSettingsAsync(("MailsPerMinute", "60"));
        Assert.Equal(3, sent);
    }

    /// <summary>A million invitations take eleven days at a rate of sixty a minute: no link may be dead when it goes out.</summary>
    [Fact]
    public async Task TheLinkOfOneOfManyWorksFromTheDayItGoesOut()
    {
        var (id, email) = await Site.AddReachableAsync();
        await QueueInvitationAsync(id, askedBy: "Olga");
        await ChangeAsync(id, mail => (mail.CreatedUtc, mail.DueUtc) = (DateTime.UtcNow.AddDays(-11), DateTime.UtcNow.AddDays(-11)));

        var mail = await Site.LastMailAsync(email);

        var code = await Site.InScopeAsync(services => services.GetRequiredService<AccountCodes>().FindAsync(id, AccountCodePurpose.Invitation));
        Assert.InRange(code!.ExpiresUtc, DateTime.UtcNow.AddDays(2.9), DateTime.UtcNow.AddDays(3.1));
        Assert.Equal("Olga", code.CreatedBy);

        // For the other tests, it does not count as one of this minute.
        await ChangeAsync(id, sent => sent.SentUtc = DateTime.UtcNow.AddDays(-1));
        Assert.True((await Site.SetPasswordAsync(mail.Code)).Succeeded);
    }

    [Fact]
    public async Task WhoHasGotALinkMeanwhileIsNotInvitedOnceMore()
    {
        var (id, email) = await Site.AddReachableAsync();
        var code = await Site.InviteAsync(id, email);
        await Site.InScopeAsync(async services => await services.GetRequiredService<Outbox>().QueueInvitationAsync(
            (await services.GetRequiredService<ICustomerManager>().FindAsync(id))!, email, "https://shop.example.com"));

        Assert.Single(await Site.MailsAsync(email));
        Assert.DoesNotContain(await Site.InScopeAsync(services => services.GetRequiredService<Outbox>().FindAsync(id)), mail => mail.IsRequest);
        Assert.True((await Site.SetPasswordAsync(code)).Succeeded);
    }

    [Fact]
    public async Task WhatIsRolledBackIsNotMailed()
    {
        var (id, email) = await Site.AddReachableAsync();

        await Site.InScopeAsync(async services =>
        {
            Assert.True((await services.GetRequiredService<ICustomerAccountManager>().InviteAsync((await services.GetRequiredService<ICustomerManager>().FindAsync(id))!)).Succeeded);
            await services.GetRequiredService<ISession>().CancelAsync();
        });

        Assert.Empty(await Site.MailsAsync(email));
    }

    /// <summary>A file stands where the folder should be: nothing can be put into it.</summary>
    private async Task WhileDownAsync(Func<Task> act)
    {
        var kept = Site.Mails + "-kept";
        var had = Directory.Exists(Site.Mails);

        if (had)
        {
            Directory.Move(Site.Mails, kept);
        }

        await File.WriteAllTextAsync(Site.Mails, "");

        try
        {
            await act();
        }
        finally
        {
            File.Delete(Site.Mails);

            if (had)
            {
                Directory.Move(kept, Site.Mails);
            }
        }
    }

    private Task QueueInvitationAsync(string id, string? askedBy = null) => Site.InScopeAsync(async services =>
    {
        if (askedBy is not null)
        {
            services.GetRequiredService<CustomerActor>().ActFor("id", askedBy);
        }

        var customer = await services.GetRequiredService<ICustomerManager>().FindAsync(id);
        Assert.True((await services.GetRequiredService<AccountMails>().QueueInvitationAsync(customer!, "https://shop.example.com")).Succeeded);
    });

    private async Task<OutboxMail> TheMailAsync(string id)
        => Assert.Single(await Site.InScopeAsync(services => services.GetRequiredService<Outbox>().FindAsync(id)));

    private Task ChangeAsync(string id, Action<OutboxMail> change) => Site.InScopeAsync(async services =>
    {
        var mail = Assert.Single(await services.GetRequiredService<Outbox>().FindAsync(id));
        change(mail);
        await services.GetRequiredService<ISession>().SaveAsync(mail, collection: CustomersConstants.Collection);
    });
}

public sealed class SqliteOutboxTests(SqliteAccounts fixture) : OutboxTests(fixture), IClassFixture<SqliteAccounts>;

public sealed class PostgresOutboxTests(PostgresAccounts fixture) : OutboxTests(fixture), IClassFixture<PostgresAccounts>;
