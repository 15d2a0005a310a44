using System.Data.Common;
using System.Text;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Shared;
using OrchardCore.Customers.Shared.Sql;
using OrchardCore.Infrastructure;
using OrchardCore.Modules;
using YesSql;

namespace OrchardCore.Customers.Notes;

internal sealed class CustomerNoteManager(
    ISession session,
    CustomerActor actor,
    IClock clock,
    DatabaseRefusals refusals,
    IStringLocalizer<CustomerNoteManager> S) : ICustomerNoteManager
{
    private const string Collection = CustomersConstants.Collection;
    private const int BatchSize = 200;

    public async Task<CustomerNote?> FindAsync(string customerId, long id)
        => await session.GetAsync<CustomerNote>(id, Collection) is { } note && note.CustomerId == customerId ? note : null;

    public async Task<IReadOnlyList<CustomerNote>> FindAsync(string customerId, int skip, int count)
        => [.. await session
            .Query<CustomerNote, CustomerNoteIndex>(index => index.CustomerId == customerId, collection: Collection)
            .OrderByDescending(index => index.CreatedUtc)
            .ThenByDescending(index => index.DocumentId)
            .Skip(skip)
            .Take(count)
            .NoDuplicates()
            .ListAsync()];

    public async Task<IReadOnlyList<CustomerNote>> FindPinnedAsync(string customerId, int count)
        => [.. await session
            .Query<CustomerNote, CustomerNoteIndex>(index => index.CustomerId == customerId && index.IsPinned, collection: Collection)
            .OrderByDescending(index => index.CreatedUtc)
            .ThenByDescending(index => index.DocumentId)
            .Take(count)
            .NoDuplicates()
            .ListAsync()];

    public Task<Result> AddAsync(ContentItem customer, string? text) => WriteAsync(text, async written =>
    {
        await session.BeginTransactionAsync();

        if (!await session.HoldCustomerAsync(customer.ContentItemId))
        {
            return Failed("", S["This customer was deleted meanwhile."]);
        }

        await session.SaveAsync(new CustomerNote
        {
            CustomerId = customer.ContentItemId,
            Text = written,
            AuthorId = actor.UserId,
            AuthorName = actor.UserName,
            CreatedUtc = clock.UtcNow,
        }, collection: Collection);

        return Result.Success();
    });

    public Task<Result> ChangeAsync(CustomerNote note, string? text, int revision) => WriteAsync(text, async written =>
    {
        if (note.Revision != revision)
        {
            return Outdated();
        }

        if (note.Text != written)
        {
            note.Text = written;
            note.ChangedUtc = clock.UtcNow;
            note.Revision++;
            await session.SaveAsync(note, checkConcurrency: true, collection: Collection);
        }

        return Result.Success();
    });

    public Task<Result> PinAsync(CustomerNote note, bool isPinned) => WriteAsync(async () =>
    {
        note.IsPinned = isPinned;
        await session.SaveAsync(note, checkConcurrency: true, collection: Collection);

        return Result.Success();
    });

    public Task<Result> DeleteAsync(CustomerNote note) => WriteAsync(() =>
    {
        session.Delete(note, Collection);

        return Task.FromResult(Result.Success());
    });

    /// <summary>Nothing personal outlives the customer.</summary>
    public async Task EraseAsync(string customerId)
    {
        IReadOnlyList<CustomerNote> batch;

        do
        {
            batch = await FindAsync(customerId, 0, BatchSize);

            foreach (var note in batch)
            {
                session.Erase(note, Collection);
            }

            await session.FlushAsync();
        }
        while (batch.Count == BatchSize);
    }

    private Task<Result> WriteAsync(string? text, Func<string, Task<Result>> write)
    {
        var clean = Clean(text);

        if (clean.Length == 0)
        {
            return Task.FromResult(Failed(nameof(CustomerNote.Text), S["Write something first."]));
        }

        return clean.Length > CustomerNote.MaxLength
            ? Task.FromResult(Failed(nameof(CustomerNote.Text), S["A note can have at most {0:N0} characters; this has {1:N0}.", CustomerNote.MaxLength, clean.Length]))
            : WriteAsync(() => write(clean));
    }

    private async Task<Result> WriteAsync(Func<Task<Result>> write)
    {
        try
        {
            var written = await write();

            if (written.Succeeded)
            {
                await session.FlushAsync();
            }

            return written;
        }
        catch (ConcurrencyException)
        {
            await session.CancelAsync();

            return Outdated();
        }
        catch (DbException exception)
        {
            return await refusals.CancelAsync(exception, "a note");
        }
    }

    /// <summary>Line breaks are one character each; what nobody can see, and no database keeps, is left out.</summary>
    private static string Clean(string? text)
    {
        var clean = new StringBuilder();

        foreach (var rune in (text ?? "").ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (!Rune.IsControl(rune) || rune.Value is '\n' or '\t')
            {
                clean.Append(rune.ToString());
            }
        }

        return clean.ToString().Trim().Normalize(NormalizationForm.FormC);
    }

    private Result Outdated() => Failed(nameof(CustomerNote.Revision), S["Somebody else changed this note meanwhile."]);

    private static Result Failed(string key, LocalizedString message) => Result.Failed([new ResultError { Key = key, Message = message }]);
}
