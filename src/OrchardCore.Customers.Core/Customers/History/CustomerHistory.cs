using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Shared.Sql;
using OrchardCore.Environment.Shell.Scope;
using OrchardCore.Modules;
using YesSql;

namespace OrchardCore.Customers.History;

/// <summary>
/// Writes what is done to customers, in the session that does it, and so in its transaction: both are kept, or neither is.
/// One per scope; a scope that saves a customer twice makes one event of it.
/// </summary>
public sealed class CustomerHistory(ISession session, CustomerActor actor, IClock clock)
{
    /// <summary>More changes than this of a single save are counted, and not kept.</summary>
    private const int MaxChanges = 500;

    private const int BatchSize = 200;

    /// <summary>It proves that a membership card is the customer's; who reads the history need not know it.</summary>
    private static readonly string Secret = CustomerFields.FullName(nameof(CustomerPart.MemberVerificationCode));

    private readonly Dictionary<string, Track> _tracks = new(StringComparer.Ordinal);

    /// <summary>Reads what is stored of a customer, before anything writes it; done once in a scope.</summary>
    internal async Task RememberAsync(string customerId)
    {
        if (!_tracks.ContainsKey(customerId))
        {
            // A version of its own has taken the stored one off the indexes by now; another session still sees that.
            var stored = await session.ReadCustomerAsync(customerId) ?? await ReadCommittedAsync(customerId);
            _tracks[customerId] = new Track(stored is null ? [] : JsonNode.Parse(stored)!.AsObject(), IsNew: stored is null);
        }
    }

    /// <summary>The same of a customer whose item was read in this session and not changed yet, so that it need not be read again.</summary>
    /// <param name="stored">The item's parts, from <see cref="CustomerDifferences.Parts"/>.</param>
    internal void Remember(string customerId, JsonObject stored) => _tracks.TryAdd(customerId, new Track(stored, IsNew: false));

    /// <summary>What was stored of a customer before this scope saved it, its parts by their names; empty when there was none.</summary>
    internal async Task<JsonObject> StoredAsync(string customerId)
    {
        await RememberAsync(customerId);

        return _tracks[customerId].Before;
    }

    /// <summary>What the record had in a property before this scope changed it; <see langword="null"/> when there was nothing.</summary>
    internal async Task<string?> FindFormerAsync(string customerId, string property)
        => (await StoredAsync(customerId))[nameof(CustomerPart)]?[property]?.ToString();

    /// <summary>A customer is about to be created: there is nothing to read.</summary>
    internal void Expect(string customerId) => _tracks.TryAdd(customerId, new Track([], IsNew: true));

    /// <summary>The events of customers that this scope has saved.</summary>
    internal IReadOnlyList<CustomerEvent> EventsOf(IEnumerable<string> customerIds)
        => [.. customerIds.Select(id => _tracks.GetValueOrDefault(id)?.Event).OfType<CustomerEvent>()];

    /// <summary>A customer was created, unless it is a new version of one that is there, as imports bring them.</summary>
    internal async Task CreatedAsync(string customerId)
    {
        Expect(customerId);

        if (_tracks[customerId] is { IsNew: true } track)
        {
            track.Event ??= await AddAsync(customerId, CustomerEventKind.Created);
        }
    }

    /// <summary>A customer was changed; what changed nothing is no event.</summary>
    internal async Task ChangedAsync(ContentItem customer)
    {
        var id = customer.ContentItemId;

        if (!_tracks.TryGetValue(id, out var track))
        {
            // What was stored could not be read, and Orchard went on. That it was changed is kept all the same.
            (await AddAsync(id, CustomerEventKind.Changed)).IsUnknown = true;
            return;
        }

        if (track.IsNew)
        {
            return;
        }

        var changes = CustomerDifferences.Between(track.Before, CustomerDifferences.Parts(customer)).Where(change => change.Path != Secret).ToList();

        if (changes.Count > 0 || track.Event is not null)
        {
            track.Event ??= await AddAsync(id, CustomerEventKind.Changed);
            track.Event.Changes = [.. changes.Take(MaxChanges)];
            track.Event.Omitted = Math.Max(0, changes.Count - MaxChanges);
        }
    }

    /// <summary>Something that is kept of the customer elsewhere was changed.</summary>
    /// <param name="changes">An <see cref="ICustomerHistoryLabels"/> knows their paths.</param>
    /// <returns>The session keeps it and looks through it again at each flush: who writes a great many detaches them after a flush.</returns>
    internal async Task<CustomerEvent> RecordAsync(string customerId, IReadOnlyList<CustomerDifference> changes)
    {
        var entry = await AddAsync(customerId, CustomerEventKind.Changed);
        entry.Changes = [.. changes];

        return entry;
    }

    /// <summary>Nothing personal outlives the customer.</summary>
    internal async Task EraseAsync(string customerId)
    {
        IReadOnlyList<CustomerEvent> batch;

        do
        {
            batch = [.. await session.Query<CustomerEvent, CustomerEventIndex>(index => index.CustomerId == customerId, collection: CustomersConstants.Collection).Take(BatchSize).NoDuplicates().ListAsync()];

            foreach (var entry in batch)
            {
                session.Erase(entry, CustomersConstants.Collection);
            }

            await session.FlushAsync();
        }
        while (batch.Count == BatchSize);
    }

    /// <summary>The events of a customer from a certain place on, the latest first.</summary>
    public async Task<IReadOnlyList<CustomerEvent>> FindAsync(string customerId, int skip, int count)
        => [.. await session
            .Query<CustomerEvent, CustomerEventIndex>(index => index.CustomerId == customerId, collection: CustomersConstants.Collection)
            .OrderByDescending(index => index.Utc)
            .ThenByDescending(index => index.DocumentId)
            .Skip(skip)
            .Take(count)
            .NoDuplicates()
            .ListAsync()];

    private static async Task<string?> ReadCommittedAsync(string customerId)
    {
        string? stored = null;
        await ShellScope.UsingChildScopeAsync(async scope => stored = await scope.ServiceProvider.GetRequiredService<ISession>().ReadCustomerAsync(customerId));

        return stored;
    }

    private async Task<CustomerEvent> AddAsync(string customerId, CustomerEventKind kind)
    {
        var entry = new CustomerEvent
        {
            CustomerId = customerId,
            Utc = clock.UtcNow,
            Kind = kind,
            UserId = actor.UserId,
            UserName = actor.UserName,
            Means = actor.Means,
        };

        await session.SaveAsync(entry, collection: CustomersConstants.Collection);

        return entry;
    }

    /// <summary>What this scope knows of a customer.</summary>
    /// <param name="Before">The parts that were stored before the scope saved any.</param>
    private sealed record Track(JsonObject Before, bool IsNew)
    {
        public CustomerEvent? Event { get; set; }
    }
}
