using System.Text;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Customers.Tests.Shared;
using OrchardCore.Customers.Transfer.Files;
using Platform.Tests.Hosting;
using Xunit;
using YesSql;

namespace OrchardCore.Customers.Tests.Transfer.Files;

/// <summary>Files that are written step by step, each step committed with what else it does.</summary>
[Seed("V9")]
public abstract class ExportFileTests(TransferFilesSite fixture)
{
    private const int Chunk = TransferFileChunks.MaxLength;

    private TestSite Site => fixture.Site;

    /// <summary>An export whose second step is undone, as when its process is killed: what the third commits follows the first.</summary>
    [Fact]
    public async Task WhatAStepWritesIsCommittedWithItOrNotAtAll()
    {
        var fileId = await Site.WithStoreAsync(async store => (await store.CreateAsync("export.csv", "someone")).FileId);
        await StepAsync(fileId, "first ");
        await Assert.ThrowsAsync<InvalidOperationException>(() => StepAsync(fileId, "lost ", fails: true));
        await StepAsync(fileId, new string('x', Chunk));
        await Site.RestartAsync();
        await StepAsync(fileId, " last");

        Assert.NotNull(await Site.WithStoreAsync(store => store.CompleteAsync(fileId, TransferFilesSiteExtensions.Keep)));
        Assert.Equal("first " + new string('x', Chunk) + " last", await Site.TextAsync(fileId));
    }

    [Fact]
    public async Task OfTwoThatAddToAFileAtOnceOneIsRefused()
    {
        var fileId = await Site.WithStoreAsync(async store => (await store.CreateAsync("export.csv", "someone")).FileId);

        await Assert.ThrowsAsync<ConcurrencyException>(() => Site.InScopeAsync(async services =>
        {
            var session = services.GetRequiredService<ISession>();
            await using var stream = TransferFileWriteStream.Into(session, (await session.FindFileAsync(fileId))!);
            await stream.WriteAsync("slow"u8.ToArray());
            await StepAsync(fileId, "fast");
            await stream.FlushAsync();
            await session.FlushAsync();
        }));

        await Site.WithStoreAsync(store => store.CompleteAsync(fileId, TransferFilesSiteExtensions.Keep));
        Assert.Equal("fast", await Site.TextAsync(fileId));
    }

    [Fact]
    public async Task AWorkbookIsMadeOfAFinishedCsvFileAndStartsAgainWhenInterrupted()
    {
        var options = new CsvWriterOptions(';');
        var rows = Enumerable.Range(0, 2_000).Select(number => new string?[] { $"{number}", number % 2 == 0 ? "=1+1" : "'s-Hertogenbosch", "line\nbreak" }).ToArray();
        var (source, target) = (await WriteAsync(options, rows), "");
        await Site.WithStoreAsync(async store => target = (await store.CreateAsync("export.xlsx", "someone")).FileId);

        await Assert.ThrowsAsync<InvalidOperationException>(() => ConvertAsync(source, target, options, rows => rows >= 1_000 ? throw new InvalidOperationException("Killed.") : Task.CompletedTask));
        await Site.WithStoreAsync(async store =>
        {
            await store.DeleteAsync(target);
            target = (await store.CreateAsync("export.xlsx", "someone")).FileId;
        });

        var reported = new List<long>();
        Assert.Equal(0, await ConvertAsync(source, target, options, rows =>
        {
            reported.Add(rows);

            return Task.CompletedTask;
        }));

        using var book = new XlsxFile(new MemoryStream(await Site.BytesAsync(target)));
        Assert.Equal(rows.Select(row => string.Join('|', row)), book.Rows(0).Skip(1).Select(row => string.Join('|', row.Select(SpreadsheetText.Unguard))));
        Assert.Equal([500, 1_000, 1_500, 2_000], reported);
    }

    private Task<int?> ConvertAsync(string source, string target, CsvWriterOptions options, Func<long, Task> report)
        => Site.InScopeAsync(services => services.GetRequiredService<TransferFileConverter>().ConvertAsync(source, options, target, TransferFilesSiteExtensions.Keep, report));

    /// <summary>Writes a CSV file step by step, as exports do.</summary>
    private async Task<string> WriteAsync(CsvWriterOptions options, string?[][] rows)
    {
        var fileId = await Site.WithStoreAsync(async store => (await store.CreateAsync("export.csv", "someone")).FileId);

        foreach (var (index, batch) in rows.Chunk(300).Index())
        {
            await Site.InScopeAsync(async services =>
            {
                var session = services.GetRequiredService<ISession>();
                await using var stream = TransferFileWriteStream.Into(session, (await session.FindFileAsync(fileId))!);
                await using var writer = new CsvTransferWriter(stream, options);

                if (index == 0)
                {
                    await writer.WriteHeaderAsync(["Number", "Formula", "Text"]);
                }

                await writer.WriteAsync(batch);
                await stream.FlushAsync();
            });
        }

        await Site.WithStoreAsync(store => store.CompleteAsync(fileId, TransferFilesSiteExtensions.Keep));

        return fileId;
    }

    private Task StepAsync(string fileId, string text, bool fails = false) => Site.InScopeAsync(async services =>
    {
        var session = services.GetRequiredService<ISession>();
        await using var stream = TransferFileWriteStream.Into(session, (await session.FindFileAsync(fileId))!);
        await stream.WriteAsync(Encoding.UTF8.GetBytes(text));
        await stream.FlushAsync();
        await session.FlushAsync();

        if (fails)
        {
            throw new InvalidOperationException("Killed.");
        }
    });
}

public sealed class SqliteExportFileTests(SqliteFilesSite fixture) : ExportFileTests(fixture), IClassFixture<SqliteFilesSite>;

public sealed class PostgresExportFileTests(PostgresFilesSite fixture) : ExportFileTests(fixture), IClassFixture<PostgresFilesSite>;
