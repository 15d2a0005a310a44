using System.Net.Mime;
using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Microsoft.Net.Http.Headers;
using OrchardCore.Customers.Transfer.Export;
using OrchardCore.Customers.Transfer.Files;
using OrchardCore.Customers.Transfer.Template;

namespace OrchardCore.Customers.Transfer.Import;

/// <summary>The files that are downloaded for an import and after it.</summary>
public sealed class ImportFiles(IServiceProvider services, IImportManager imports, IStringLocalizer<ImportFiles> S)
{
    private const string TemplateName = "Customers.csv";

    public string NoFile => S["Choose a file first."];

    /// <summary>A file to fill in, with the columns that the user may import.</summary>
    public async Task<FileResult> TemplateAsync(ClaimsPrincipal user)
    {
        var rows = await services.GetRequiredService<ImportTemplate>().BuildAsync(user);
        using var target = new MemoryStream();
        await using var writer = new CsvTransferWriter(target, new CsvWriterOptions());
        await writer.WriteHeaderAsync(rows[0]);
        await writer.WriteAsync([.. rows.Skip(1).Select(row => row.ToArray<string?>())]);
        await writer.CompleteAsync();

        return new FileContentResult(target.ToArray(), MediaTypeNames.Text.Csv) { FileDownloadName = TemplateName };
    }

    /// <summary>Sends the failed rows, row by row however many there are.</summary>
    public async Task SendFailedAsync(ImportRun run, HttpResponse response)
    {
        var disposition = new ContentDispositionHeaderValue(DispositionTypeNames.Attachment);
        disposition.SetHttpFileName(S["{0} - failed rows", Path.GetFileNameWithoutExtension(run.FileName)] + ".csv");
        response.ContentType = MediaTypeNames.Text.Csv;
        response.Headers.ContentDisposition = disposition.ToString();
        response.ForOneUser();
        await imports.WriteFailedAsync(run, response.Body, response.HttpContext.RequestAborted);
    }
}
