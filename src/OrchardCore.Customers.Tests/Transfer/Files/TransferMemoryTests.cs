using System.Text;
using OrchardCore.Customers.Transfer.Files;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.Transfer.Files;

/// <summary>How large a file is makes no difference to the memory that it takes.</summary>
[Collection(nameof(Alone))]
public sealed class TransferMemoryTests(SqliteFilesSite fixture) : IClassFixture<SqliteFilesSite>
{
    private const int Megabyte = 1024 * 1024;

    /// <summary>What may be held besides: a chunk or two, compressed and not, and the buffers of the database.</summary>
    private const long Allowed = 24 * Megabyte;

    private static readonly byte[] Portion = MakePortion();

    private TestSite Site => fixture.Site;

    [Fact]
    public async Task AFileOf200MegabytesIsReadInTheMemoryOfASmallOne()
    {
        using var reader = await CsvFiles.OpenAsync(MakeUp(200));
        var (rows, most, least) = (0L, 0L, long.MaxValue);

        while (await reader.ReadAsync() is { } row)
        {
            Assert.Null(row.Problem);

            if (++rows % 20_000 == 0)
            {
                var held = GC.GetTotalMemory(forceFullCollection: true);
                (most, least) = (Math.Max(most, held), Math.Min(least, held));
            }
        }

        Assert.InRange(rows, 100_000, long.MaxValue);
        Assert.InRange(most - least, 0, Allowed);
    }

    [Fact]
    public async Task AFileOf200MegabytesIsKeptAndReadAgainInTheMemoryOfASmallOne()
    {
        await Site.KeepAsync(MakeUp(2));
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var most = 0L;
        var file = await Site.KeepAsync(MakeUp(200, () => most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true))));

        Assert.InRange(file.Length, 200L * Megabyte, 201L * Megabyte);

        await Site.WithStoreAsync(async store =>
        {
            await using var stream = await store.OpenReadAsync(file.FileId);
            var buffer = new byte[Megabyte];

            for (var portion = 0; await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false) > 0; portion++)
            {
                if (portion % 20 == 0)
                {
                    most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true));
                }
            }
        });

        Assert.InRange(most - before, long.MinValue, Allowed);
    }

    [Fact]
    public async Task AWorkbookOfManyRowsIsWrittenInTheMemoryOfASmallOne()
    {
        await using var writer = new XlsxTransferWriter(Stream.Null);
        await writer.WriteHeaderAsync(["a", "b", "c"]);
        string?[][] batch = [.. Enumerable.Range(0, 500).Select(number => new string?[] { $"{number}", "Köln", new string('x', 200) })];
        var (most, least) = (0L, long.MaxValue);

        for (var count = 0; count < 400; count++)
        {
            await writer.WriteAsync(batch);

            if (count % 50 == 10)
            {
                var held = GC.GetTotalMemory(forceFullCollection: true);
                (most, least) = (Math.Max(most, held), Math.Min(least, held));
            }
        }

        Assert.InRange(most - least, 0, Allowed);
    }

    private static MadeUpStream MakeUp(int megabytes, Action? look = null)
    {
        var count = (megabytes * Megabyte / Portion.Length) + 1;

        return new MadeUpStream(number =>
        {
            if (number % (count / 10) == 0)
            {
                look?.Invoke();
            }

            return number < count ? Portion : [];
        });
    }

    /// <summary>Some rows of a kilobyte.</summary>
    private static byte[] MakePortion()
    {
        var text = new StringBuilder();

        for (var row = 0; row < 60; row++)
        {
            text.Append(row).Append(",\"Müller, ").Append(new string((char)('a' + (row % 26)), 400)).Append("\",").Append(new string('z', 600)).Append("\r\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
