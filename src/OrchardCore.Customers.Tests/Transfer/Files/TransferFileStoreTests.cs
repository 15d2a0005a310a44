using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Customers.Tests.Shared;
using OrchardCore.Customers.Transfer.Files;
using Platform.Tests.Hosting;
using Xunit;
using YesSql;

namespace OrchardCore.Customers.Tests.Transfer.Files;

[Seed("T6")]
public abstract class TransferFileStoreTests(TransferFilesSite fixture)
{
    private const int Chunk = TransferFileChunks.MaxLength;

    private TestSite Site => fixture.Site;

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(Chunk, 1)]
    [InlineData(Chunk + 1, 2)]
    [InlineData((3 * Chunk) + 17, 4)]
    public async Task AFileComesBackAsItWas(int length, int chunks)
    {
        var bytes = TransferFilesSiteExtensions.MakeUp(length);
        var file = await Site.KeepAsync(new SlowStream(bytes, 10_000));

        Assert.Equal((length, chunks, true, "customers.csv", "someone"), (file.Length, file.Chunks, file.IsComplete, file.Name, file.UserId));
        Assert.Equal(bytes, await Site.BytesAsync(file.FileId));
        Assert.InRange(file.ExpiresUtc, DateTime.UtcNow.AddDays(6), DateTime.UtcNow.AddDays(8));
    }

    [Fact]
    public async Task TheSameBytesHaveTheSameHashHoweverTheyArrive()
    {
        var bytes = TransferFilesSiteExtensions.MakeUp(Chunk + 5_000);
        var first = await Site.KeepAsync(bytes);
        var second = await Site.KeepAsync(new SlowStream(bytes, 999));
        bytes[^1]++;
        var other = await Site.KeepAsync(bytes);

        Assert.Equal(first.Hash, second.Hash);
        Assert.NotEqual(first.Hash, other.Hash);
    }

    [Fact]
    public async Task AFileThatIsTooLargeIsRefusedAndNothingOfItStays()
    {
        var before = await CountAsync();
        var (result, file) = await Site.WithStoreAsync(store => store.SaveAsync(new MemoryStream(new byte[(20 * Chunk) + 1]), "large.csv", "someone", 20 * Chunk, TransferFilesSiteExtensions.Keep));

        Assert.Null(file);
        Assert.Equal(": The file is larger than 10 MB, the most that may be uploaded. Divide it, or have the limit raised.", result.TheError());
        Assert.Equal(before, await CountAsync());
    }

    [Theory]
    [InlineData("/home/ann/customers.csv", "customers.csv")]
    [InlineData("C:\\Users\\Ann\\customers.csv", "customers.csv")]
    [InlineData("   ", "")]
    public async Task TheNameIsThatOfTheFileAlone(string name, string kept)
        => Assert.Equal(kept, (await Site.WithStoreAsync(store => store.SaveAsync(Stream.Null, name, "someone", 1, TransferFilesSiteExtensions.Keep))).File!.Name);

    [Fact]
    public async Task AnInterruptedUploadIsNeverTakenForAFileAndIsDeletedLater()
    {
        var before = await CountAsync();
        var portions = 0;
        var cutOff = new MadeUpStream(_ => ++portions < 4 ? new byte[Chunk] : throw new IOException("The browser was closed."));
        await Assert.ThrowsAsync<IOException>(() => Site.WithStoreAsync(store => store.SaveAsync(cutOff, "cut.csv", "someone", long.MaxValue, TransferFilesSiteExtensions.Keep)));
        var file = await NewestAsync();

        Assert.Equal((false, 3, 3L * Chunk), (file.IsComplete, file.Chunks, file.Length));
        Assert.Contains("did not arrive completely", (await Assert.ThrowsAsync<IOException>(() => Site.BytesAsync(file.FileId))).Message, StringComparison.Ordinal);

        await Site.WithStoreAsync(store => store.DeleteExpiredAsync());
        Assert.NotNull(await Site.FileAsync(file.FileId));

        await Site.ExpireAsync(file.FileId);
        await Site.WithStoreAsync(store => store.DeleteExpiredAsync());
        Assert.Equal(before, await CountAsync());
    }

    [Fact]
    public async Task ACancelledUploadIsNoFile()
    {
        using var cancellation = new CancellationTokenSource();
        var portions = 0;
        var stream = new MadeUpStream(_ =>
        {
            if (++portions == 3)
            {
                cancellation.Cancel();
            }

            return new byte[Chunk];
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Site.WithStoreAsync(store => store.SaveAsync(stream, "cancelled.csv", "someone", long.MaxValue, TransferFilesSiteExtensions.Keep, cancellation.Token)));
        Assert.False((await NewestAsync()).IsComplete);
    }

    [Fact]
    public async Task AFileThatLostAPartSaysSoInsteadOfEnding()
    {
        var bytes = TransferFilesSiteExtensions.MakeUp((3 * Chunk) + 5);
        Action<ISession, TransferFileChunk>[] faults =
        [
            (session, chunk) => session.Delete(chunk, CustomersConstants.Collection),
            (session, chunk) => Change(session, chunk, () => chunk.Data = chunk.Data[..^20]),
            (session, chunk) => Change(session, chunk, () => chunk.Data[^6]++),
            (session, chunk) => Change(session, chunk, () => chunk.Length--),
        ];

        foreach (var fault in faults)
        {
            foreach (var number in new[] { 1, 3 })
            {
                var file = await Site.KeepAsync(bytes);
                await Site.ChangeChunkAsync(file.FileId, number, fault);

                Assert.Contains("a part of it was lost", (await Assert.ThrowsAsync<IOException>(() => Site.BytesAsync(file.FileId))).Message, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task AChunkThatIsThatOfAnotherFileIsNoticed()
    {
        var (first, second) = (await Site.KeepAsync(new byte[Chunk + 7]), await Site.KeepAsync(Enumerable.Repeat((byte)1, Chunk + 7).ToArray()));
        byte[] data = [];
        await Site.ChangeChunkAsync(second.FileId, 0, (_, chunk) => data = chunk.Data);
        await Site.ChangeChunkAsync(first.FileId, 0, (session, chunk) => Change(session, chunk, () => chunk.Data = data));

        await Assert.ThrowsAsync<IOException>(() => Site.BytesAsync(first.FileId));
    }

    [Fact]
    public async Task AFileIsReadForwardsFromAnywhere()
    {
        var bytes = TransferFilesSiteExtensions.MakeUp((2 * Chunk) + 100);
        var file = await Site.KeepAsync(bytes);

        await Site.WithStoreAsync(async store =>
        {
            await using var stream = await store.OpenReadAsync(file.FileId);
            var buffer = new byte[10];
            stream.Position = Chunk + 5;
            await stream.ReadExactlyAsync(buffer);

            Assert.Equal(bytes[(Chunk + 5)..(Chunk + 15)], buffer);
            Assert.Equal((Chunk + 15, bytes.Length), (stream.Position, stream.Length));
            Assert.Throws<NotSupportedException>(() => stream.Position = 0);

            stream.Seek(-3, SeekOrigin.End);
            Assert.Equal(3, await stream.ReadAsync(buffer));
            Assert.Equal(bytes[^3..], buffer[..3]);
            Assert.Equal(0, await stream.ReadAsync(buffer));
        });
    }

    [Fact]
    public async Task ADeletedFileIsGoneWithAllItsChunks()
    {
        var (file, other) = (await Site.KeepAsync(new byte[40 * Chunk]), await Site.KeepAsync(new byte[10]));
        await Site.WithStoreAsync(store => store.DeleteAsync(file.FileId));
        await Site.WithStoreAsync(store => store.DeleteAsync(file.FileId));

        Assert.Null(await Site.FileAsync(file.FileId));
        Assert.Equal(0, await Site.CountChunksAsync(file.FileId));
        Assert.Equal(1, await Site.CountChunksAsync(other.FileId));
        await Assert.ThrowsAsync<IOException>(() => Site.BytesAsync(file.FileId));
        Assert.Null(await Site.WithStoreAsync(store => store.CompleteAsync(file.FileId, TransferFilesSiteExtensions.Keep)));
    }

    [Fact]
    public async Task WhatExpiredIsDeletedAndNothingElse()
    {
        var kept = await Site.KeepAsync(new byte[10]);
        var expired = new List<string>();

        for (var count = 0; count < 20; count++)
        {
            expired.Add((await Site.KeepAsync(new byte[10])).FileId);
            await Site.ExpireAsync(expired[^1]);
        }

        await Site.WithStoreAsync(store => store.DeleteExpiredAsync());

        foreach (var fileId in expired)
        {
            Assert.Null(await Site.FileAsync(fileId));
        }

        Assert.NotNull(await Site.FileAsync(kept.FileId));
    }

    private static void Change(ISession session, TransferFileChunk chunk, Action change)
    {
        change();
        session.SaveAsync(chunk, collection: CustomersConstants.Collection).GetAwaiter().GetResult();
    }

    private Task<(int Files, int Chunks)> CountAsync() => Site.InScopeAsync(async services =>
    {
        var session = services.GetRequiredService<ISession>();

        return (await session.QueryIndex<TransferFileIndex>(_ => true, CustomersConstants.Collection).CountAsync(), await session.QueryIndex<TransferFileChunkIndex>(_ => true, CustomersConstants.Collection).CountAsync());
    });

    private Task<TransferFile> NewestAsync() => Site.InScopeAsync(async services => (await services.GetRequiredService<ISession>()
        .Query<TransferFile, TransferFileIndex>(_ => true, collection: CustomersConstants.Collection)
        .OrderByDescending(index => index.Id)
        .FirstOrDefaultAsync())!);
}

public sealed class SqliteTransferFileStoreTests(SqliteFilesSite fixture) : TransferFileStoreTests(fixture), IClassFixture<SqliteFilesSite>;

public sealed class PostgresTransferFileStoreTests(PostgresFilesSite fixture) : TransferFileStoreTests(fixture), IClassFixture<PostgresFilesSite>;
