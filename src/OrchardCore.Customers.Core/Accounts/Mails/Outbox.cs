using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.BackgroundJobs;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Shared.Sql;
using OrchardCore.Modules;
using YesSql;
using YesSql.Services;
using ISession = YesSql.ISession;

namespace OrchardCore.Customers.Accounts.Mails;

/// <summary>Takes mails in the transaction of what they are about, and has them sent once it is committed.</summary>
public sealed class Outbox(ISession session, CustomerMailWriter writer, IDataProtectionProvider protection, CustomerActor actor, IHttpContextAccessor httpContextAccessor, IClock clock)
{
    private const string Collection = CustomersConstants.Collection;
    private const int BatchSize = 200;

    /// <summary>How long it is remembered what was sent, and what was not.</summary>
    private static readonly TimeSpan Memory = TimeSpan.FromDays(30);

    private readonly IDataProtector _protector = protection.CreateProtector("OrchardCore.Customers.Outbox");

    private bool _isAnnounced;

    /// <summary>Writes a mail to a customer and queues it. A link of the same kind that is still waiting is dropped: it is dead.</summary>
    /// <param name="request">What the mail answers: it takes its place in the queue.</param>
    public async Task QueueAsync(ContentItem customer, CustomerMailKind kind, string to, CustomerMailValues values, OutboxMail? request = null)
    {
        var part = customer.GetOrCreate<CustomerPart>();

        if (CustomerMailTexts.HasLink(kind))
        {
            await DropAsync(customer.ContentItemId, kind);
        }

        await SaveAsync(new OutboxMail
        {
            Kind = kind,
            CustomerId = customer.ContentItemId,
            To = to,
            Body = Protect(await writer.WriteAsync(kind, part.Language, values)),
            IsBulk = request?.IsBulk == true,
            ExpiresUtc = values.ExpiresUtc,
            DueUtc = request?.CreatedUtc ?? clock.UtcNow,
        });
    }

    /// <summary>Queues one of many invitations. It is written when its turn comes.</summary>
    /// <param name="address">What the link begins with.</param>
    public Task QueueInvitationAsync(ContentItem customer, string to, string address) => SaveAsync(new OutboxMail
    {
        IsRequest = true,
        IsBulk = true,
        Kind = CustomerMailKind.Invitation,
        CustomerId = customer.ContentItemId,
        To = to,
        Address = address,
        AskedById = actor.UserId,
        AskedBy = actor.UserName,
        DueUtc = clock.UtcNow,
    });

    /// <summary>Queues that somebody wants a password, whoever that is.</summary>
    /// <param name="address">What the link would begin with; <see langword="null"/> when nobody knows.</param>
    public Task QueueRequestAsync(string email, string? address) => SaveAsync(new OutboxMail
    {
        IsRequest = true,
        Kind = CustomerMailKind.Reset,
        To = email,
        Address = address,
        DueUtc = clock.UtcNow,
    });

    /// <summary>Drops the mails of these kinds that a customer was not sent yet.</summary>
    public async Task DropAsync(string customerId, params CustomerMailKind[] kinds)
    {
        foreach (var mail in (await FindAsync(customerId)).Where(mail => mail.State == OutboxMailState.Waiting && kinds.Contains(mail.Kind)))
        {
            session.Delete(mail, Collection);
        }
    }

    /// <summary>The mails of a customer, the latest first.</summary>
    public async Task<IReadOnlyList<OutboxMail>> FindAsync(string customerId)
        => [.. await session
            .Query<OutboxMail, OutboxMailIndex>(index => index.CustomerId == customerId, collection: Collection)
            .OrderByDescending(index => index.CreatedUtc)
            .ThenByDescending(index => index.DocumentId)
            .Take(BatchSize)
            .NoDuplicates()
            .ListAsync()];

    /// <summary>The latest mail of each of these customers: one query for a page.</summary>
    public async Task<IReadOnlyDictionary<string, OutboxMail>> FindLatestAsync(IEnumerable<string> customerIds, CustomerMailKind kind)
    {
        string[] ids = [.. customerIds.Distinct(StringComparer.Ordinal)];
        var mails = ids.Length == 0 ? [] : await session.Query<OutboxMail, OutboxMailIndex>(index => index.CustomerId.IsIn(ids), collection: Collection).NoDuplicates().ListAsync();

        return mails.Where(mail => mail.Kind == kind)
            .GroupBy(mail => mail.CustomerId, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.OrderByDescending(mail => mail.CreatedUtc).ThenByDescending(mail => mail.Id).First(), StringComparer.Ordinal);
    }

    /// <summary>Whether a mail waits that the server did not take: others will have to wait, too.</summary>
    public async Task<bool> IsStuckAsync()
        => await session.QueryIndex<OutboxMailIndex>(index => index.IsOpen && index.Attempts > 0, Collection).FirstOrDefaultAsync() is not null;

    /// <summary>Nothing personal outlives the customer.</summary>
    public async Task EraseAsync(string customerId)
    {
        foreach (var mail in await FindAsync(customerId))
        {
            session.Erase(mail, Collection);
        }
    }

    /// <summary>Deletes some of those that were sent or given up long ago.</summary>
    public async Task DeleteOldAsync()
    {
        var limit = clock.UtcNow - Memory;

        foreach (var mail in await session.Query<OutboxMail, OutboxMailIndex>(index => !index.IsOpen && index.CreatedUtc < limit, collection: Collection).Take(BatchSize).NoDuplicates().ListAsync())
        {
            session.Delete(mail, Collection);
        }
    }

    /// <summary>What a mail says. It can't be read when the site has lost the keys it was encrypted with.</summary>
    internal CustomerMail? Read(OutboxMail mail)
    {
        try
        {
            return mail.Body is null ? null : JsonSerializer.Deserialize<CustomerMail>(_protector.Unprotect(mail.Body));
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }

    private string Protect(CustomerMail mail) => _protector.Protect(JsonSerializer.Serialize(mail));

    private async Task SaveAsync(OutboxMail mail)
    {
        mail.CreatedUtc = clock.UtcNow;
        await session.SaveAsync(mail, collection: Collection);

        // One of many is sent when its turn comes; and in the background there is no request to wait for.
        if (!_isAnnounced && !mail.IsBulk && httpContextAccessor.HttpContext?.Request.Host.HasValue == true)
        {
            _isAnnounced = true;
            await HttpBackgroundJob.ExecuteAfterEndOfRequestAsync("customer-mails", scope => scope.ServiceProvider.GetRequiredService<OutboxSender>().RunAsync());
        }
    }
}
