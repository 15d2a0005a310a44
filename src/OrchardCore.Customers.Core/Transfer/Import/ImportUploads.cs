using System.Globalization;
using System.Security.Claims;
using OrchardCore.Customers.Shared.Jobs;
using OrchardCore.Customers.Transfer.Files;
using OrchardCore.Infrastructure;
using OrchardCore.Modules;
using OrchardCore.Settings;

namespace OrchardCore.Customers.Transfer.Import;

/// <summary>Takes files in, and says what is understood of them.</summary>
internal sealed class ImportUploads(TransferFileStore files, CsvDetector detector, CsvTexts texts, JobStore<ImportRun> store, IClock clock, ISiteService siteService)
{
    private const long Megabyte = 1024 * 1024;

    public async Task<(Result Result, ImportRun? Run)> UploadAsync(Stream stream, string name, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var settings = await siteService.GetSettingsAsync<TransferSettings>();
        var userId = JobStore<ImportRun>.IdOf(user);
        var (saved, file) = await files.SaveAsync(stream, name, userId, settings.MaxFileMegabytes * Megabyte, TimeSpan.FromDays(settings.JournalDays), cancellationToken);

        if (file is null)
        {
            return (saved, null);
        }

        var (run, problem) = await ReadAsync(file, userId, cancellationToken);
        var added = problem is null ? await store.AddAsync(run) : CustomerWriter.Refused("", new(problem, problem));

        if (!added.Succeeded)
        {
            await files.DeleteAsync(file.FileId);
        }

        return (added, added.Succeeded ? run : null);
    }

    /// <summary>The names of the columns of a file that is read in a certain way.</summary>
    public async Task<CsvHeader> ReadHeaderAsync(string fileId, CsvFormat format)
    {
        await using var stream = await files.OpenReadAsync(fileId);
        using var reader = await CsvRowReader.OpenAsync(stream, format, texts);

        return reader.Header;
    }

    /// <summary>What the first rows of a run's file say.</summary>
    public async Task<CsvSample> ReadSampleAsync(ImportRun run)
    {
        await using var stream = await files.OpenReadAsync(run.FileId ?? "");
        using var reader = await CsvRowReader.OpenAsync(stream, run.Format, texts);

        return await CsvSample.ReadAsync(reader);
    }

    private async Task<(ImportRun Run, string? Problem)> ReadAsync(TransferFile file, string userId, CancellationToken cancellationToken)
    {
        var run = new ImportRun
        {
            JobId = Guid.NewGuid().ToString("N"),
            UserId = userId,
            CreatedUtc = clock.UtcNow,
            State = JobState.Paused,
            FileId = file.FileId,
            FileName = file.Name,
            FileLength = file.Length,
            Culture = CultureInfo.CurrentUICulture.Name,
        };

        await using var stream = await files.OpenReadAsync(file.FileId);
        var detected = await detector.DetectAsync(stream, cancellationToken);

        if (detected.Format is not { } format)
        {
            return (run, detected.Problem);
        }

        run.Format = format;
        var header = await ReadHeaderAsync(file.FileId, format);
        run.Headings = [.. header.Names];

        return (run, header.Names.Count == 0 ? string.Join(' ', header.Problems) : null);
    }
}
