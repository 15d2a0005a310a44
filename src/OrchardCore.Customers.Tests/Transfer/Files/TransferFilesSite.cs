using System.Text;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Customers.Transfer.Files;
using Platform.Tests.Hosting;
using Xunit;
using YesSql;

namespace OrchardCore.Customers.Tests.Transfer.Files;

/// <summary>A site that keeps files in its database.</summary>
public abstract class TransferFilesSite(TestSiteDatabase database) : IAsyncLifetime
{
    private TestSite? _site;

    public TestSite Site => _site!;

    public async ValueTask InitializeAsync()
        => _site = await TestSite.StartAsync("SampleHost", database, [CustomersConstants.Features.Customers, CustomersConstants.Features.Transfer], [], services: null);

    public async ValueTask DisposeAsync()
    {
        if (_site is not null)
        {
            await _site.DisposeAsync();
        }
    }
}

public sealed class SqliteFilesSite() : TransferFilesSite(TestSiteDatabase.Sqlite);

public sealed class PostgresFilesSite() : TransferFilesSite(TestSiteDatabase.Postgres);

/// <summary>What tests do with files in the database.</summary>
internal static class TransferFilesSiteExtensions
{
    public static readonly TimeSpan Keep = TimeSpan.FromDays(7);

    public static Task<T> WithStoreAsync<T>(this TestSite site, Func<TransferFileStore, Task<T>> use) => site.InScopeAsync(services => use(services.GetRequiredService<TransferFileStore>()));

    public static Task WithStoreAsync(this TestSite site, Func<TransferFileStore, Task> use) => site.InScopeAsync(services => use(services.GetRequiredService<TransferFileStore>()));

    /// <summary>Keeps a file that has to be accepted.</summary>
    public static async Task<TransferFile> KeepAsync(this TestSite site, Stream stream, long maxBytes = long.MaxValue)
    {
        var (result, file) = await site.WithStoreAsync(store => store.SaveAsync(stream, "customers.csv", "someone", maxBytes, Keep));
        Assert.True(result.Succeeded, string.Join(' ', result.Errors.Select(error => error.Message.Value)));

        return file!;
    }

    public static Task<TransferFile> KeepAsync(this TestSite site, byte[] bytes) => site.KeepAsync(new MemoryStream(bytes));

    public static Task<TransferFile?> FileAsync(this TestSite site, string fileId) => site.WithStoreAsync(store => store.FindAsync(fileId));

    /// <summary>All bytes of a file.</summary>
    public static Task<byte[]> BytesAsync(this TestSite site, string fileId) => site.WithStoreAsync(async store =>
    {
        await using var stream = await store.OpenReadAsync(fileId);
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy);

        return copy.ToArray();
    });

    public static async Task<string> TextAsync(this TestSite site, string fileId) => Encoding.UTF8.GetString(await site.BytesAsync(fileId));

    public static Task<int> CountChunksAsync(this TestSite site, string fileId) => site.InScopeAsync(services => services.GetRequiredService<ISession>()
        .QueryIndex<TransferFileChunkIndex>(index => index.FileId == fileId, CustomersConstants.Collection)
        .CountAsync());

    /// <summary>As if a chunk had been lost, or had become another one.</summary>
    public static Task ChangeChunkAsync(this TestSite site, string fileId, int number, Action<ISession, TransferFileChunk> change) => site.InScopeAsync(async services =>
    {
        var session = services.GetRequiredService<ISession>();
        change(session, (await session.FindChunkAsync(fileId, number))!);
    });

    public static Task ExpireAsync(this TestSite site, string fileId) => site.InScopeAsync(async services =>
    {
        var session = services.GetRequiredService<ISession>();
        var file = (await session.FindFileAsync(fileId))!;
        file.ExpiresUtc = DateTime.UtcNow.AddMinutes(-1);
        await session.SaveFileAsync(file);
    });

    /// <summary>Bytes that are hard to compress.</summary>
    public static byte[] MakeUp(int length)
    {
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);

        return bytes;
    }
}
