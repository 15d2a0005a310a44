using System.Data.Common;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Customers.Shared;
using OrchardCore.Environment.Shell.Scope;
using OrchardCore.Infrastructure;
using OrchardCore.Modules;
using YesSql;

namespace OrchardCore.Customers.Transfer.Files;

/// <summary>
/// Keeps files in the database. What it does is committed when it returns, except for <see cref="CreateAsync"/>; it needs no more
/// memory for a large file than for a small one.
/// </summary>
internal sealed class TransferFileStore(ISession session, IClock clock, DatabaseRefusals refusals, CsvTexts texts)
{
    private const int MaxNameLength = 255;

    /// <summary>How many files are looked for at a time.</summary>
    private const int BatchSize = 16;

    /// <summary>How many chunks are deleted at a time, for which they are read.</summary>
    private const int ChunkBatchSize = 4;

    private const string Subject = "a file";

    /// <summary>How long a file may take until it is complete.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromDays(1);

    /// <summary>Keeps what a stream has.</summary>
    /// <param name="stream">Read to its end.</param>
    /// <param name="name">What the user calls it; folders before it are left out.</param>
    /// <param name="maxBytes">A larger file is refused, and nothing of it is kept.</param>
    /// <param name="keepFor">When it may be deleted again.</param>
    /// <returns>The file, or why it is not taken, in the user's words.</returns>
    /// <exception cref="IOException">The stream was interrupted, as it is when a browser is closed. What had come is deleted with what expired.</exception>
    public async Task<(Result Result, TransferFile? File)> SaveAsync(Stream stream, string name, string userId, long maxBytes, TimeSpan keepFor, CancellationToken cancellationToken = default)
    {
        string? fileId = null;

        try
        {
            await ShellScope.UsingChildScopeAsync(async scope => fileId = (await scope.ServiceProvider.GetRequiredService<TransferFileStore>().CreateAsync(name, userId)).FileId);

            if (!await CopyAsync(stream, fileId!, maxBytes, cancellationToken))
            {
                await DeleteAsync(fileId!);

                return (Refused(texts.TooLarge(maxBytes)), null);
            }

            return await CompleteAsync(fileId!, keepFor) is { } file ? (Result.Success(), file) : (Refused(texts.Incomplete), null);
        }
        catch (DbException exception)
        {
            refusals.Log(exception, Subject);

            return (refusals.Unexplained(), null);
        }
    }

    /// <summary>A new file without content, in the session of this scope: it is committed with what else is saved there.</summary>
    public async Task<TransferFile> CreateAsync(string name, string userId)
    {
        var file = new TransferFile
        {
            FileId = Guid.NewGuid().ToString("N"),
            Name = Clean(name),
            UserId = userId,
            CreatedUtc = clock.UtcNow,
            ExpiresUtc = clock.UtcNow + Patience,
        };
        await session.SaveAsync(file, collection: CustomersConstants.Collection);

        return file;
    }

    /// <summary>The file of that id; <see langword="null"/> when there is none.</summary>
    public Task<TransferFile?> FindAsync(string fileId) => session.FindFileAsync(fileId);

    /// <summary>Says that a file is there to its end.</summary>
    /// <returns><see langword="null"/> when it was deleted meanwhile.</returns>
    public Task<TransferFile?> CompleteAsync(string fileId, TimeSpan keepFor) => ChangeAsync(fileId, file => (file.IsComplete, file.ExpiresUtc) = (true, clock.UtcNow + keepFor));

    /// <summary>Reads a file; it can be done anywhere in the site, and takes no more than a chunk of memory.</summary>
    /// <exception cref="IOException">There is no such file, or it is not complete; while it is read, something of it is missing. The message is in the user's words.</exception>
    public async Task<Stream> OpenReadAsync(string fileId)
    {
        TransferFile? file = null;
        await ShellScope.UsingChildScopeAsync(async scope => file = await scope.ServiceProvider.GetRequiredService<ISession>().FindFileAsync(fileId));

        return file is { IsComplete: true } ? new TransferFileReadStream(file, texts) : throw new IOException(texts.Incomplete);
    }

    /// <summary>Deletes a file, if it is there. When that is interrupted, what is left expires at once.</summary>
    public async Task DeleteAsync(string fileId)
    {
        var file = await ChangeAsync(fileId, file => (file.IsComplete, file.ExpiresUtc) = (false, clock.UtcNow));

        while (await DeleteChunksAsync(fileId))
        {
            // The next ones.
        }

        if (file is not null)
        {
            await ShellScope.UsingChildScopeAsync(async scope =>
            {
                var own = scope.ServiceProvider.GetRequiredService<ISession>();

                if (await own.FindFileAsync(fileId) is { } left)
                {
                    own.Delete(left, CustomersConstants.Collection);
                }
            });
        }
    }

    /// <summary>Deletes what expired, what was never completed among it.</summary>
    public async Task DeleteExpiredAsync(CancellationToken cancellationToken = default)
    {
        IReadOnlyList<string> expired;

        do
        {
            expired = [];
            await ShellScope.UsingChildScopeAsync(async scope => expired = await FindExpiredAsync(scope.ServiceProvider.GetRequiredService<ISession>()));

            foreach (var fileId in expired.TakeWhile(_ => !cancellationToken.IsCancellationRequested))
            {
                await DeleteAsync(fileId);
            }
        }
        while (expired.Count == BatchSize && !cancellationToken.IsCancellationRequested);
    }

    private static Result Refused(string problem) => CustomerWriter.Refused("", new(problem, problem));

    private static string Clean(string name)
    {
        var last = VisibleText.Clean(VisibleText.Showable(name[(name.LastIndexOfAny(['/', '\\']) + 1)..])) ?? "";

        return last.Length > MaxNameLength ? last[^MaxNameLength..] : last;
    }

    /// <summary>Copies a stream into a file.</summary>
    /// <returns>Whether it was small enough; else it was not read to its end.</returns>
    private static async Task<bool> CopyAsync(Stream stream, string fileId, long maxBytes, CancellationToken cancellationToken)
    {
        await using var target = TransferFileWriteStream.Into(fileId);
        var buffer = new byte[TransferFileChunks.MaxLength];
        var total = 0L;

        while (await stream.ReadAsync(buffer, cancellationToken) is var count && count > 0)
        {
            total += count;

            if (total > maxBytes)
            {
                return false;
            }

            await target.WriteAsync(buffer.AsMemory(0, count), cancellationToken);
        }

        await target.FlushAsync(cancellationToken);

        return true;
    }

    private static async Task<TransferFile?> ChangeAsync(string fileId, Action<TransferFile> change)
    {
        TransferFile? file = null;
        await ShellScope.UsingChildScopeAsync(async scope =>
        {
            var own = scope.ServiceProvider.GetRequiredService<ISession>();

            if (await own.FindFileAsync(fileId) is { } found)
            {
                change(found);
                await own.SaveFileAsync(found);
                await own.FlushAsync();
                file = found;
            }
        });

        return file;
    }

    private static async Task<bool> DeleteChunksAsync(string fileId)
    {
        var count = 0;
        await ShellScope.UsingChildScopeAsync(async scope =>
        {
            var own = scope.ServiceProvider.GetRequiredService<ISession>();
            var chunks = await own.FindChunksAsync(fileId, ChunkBatchSize);
            count = chunks.Count;

            foreach (var chunk in chunks)
            {
                own.Delete(chunk, CustomersConstants.Collection);
            }
        });

        return count == ChunkBatchSize;
    }

    private async Task<IReadOnlyList<string>> FindExpiredAsync(ISession own)
    {
        var now = clock.UtcNow;
        var found = await own.QueryIndex<TransferFileIndex>(index => index.ExpiresUtc < now, CustomersConstants.Collection)
            .OrderBy(index => index.ExpiresUtc)
            .Take(BatchSize)
            .ListAsync();

        return [.. found.Select(row => row.FileId)];
    }
}
