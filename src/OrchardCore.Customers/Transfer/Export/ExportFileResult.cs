using System.Net.Mime;
using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace OrchardCore.Customers.Transfer.Export;

/// <summary>Sends an export while it is read. When something goes wrong in between, the connection is cut, so that no browser takes it for complete.</summary>
internal sealed class ExportFileResult(IExportManager exports, ExportOptions options, string name, ClaimsPrincipal user) : ActionResult
{
    public override async Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        var disposition = new ContentDispositionHeaderValue(DispositionTypeNames.Attachment);
        disposition.SetHttpFileName(name);
        response.ContentType = ExportHeaders.TypeOf(options.Format);
        response.Headers.ContentDisposition = disposition.ToString();
        response.ForOneUser();

        await exports.WriteAsync(options, user, response.Body, context.HttpContext.RequestAborted);
    }
}

/// <summary>How files are sent.</summary>
internal static class ExportHeaders
{
    /// <summary>The media type of a kind of file.</summary>
    public static string TypeOf(ExportFormat format) => format == ExportFormat.Excel ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" : MediaTypeNames.Text.Csv + "; charset=utf-8";

    /// <summary>Nobody between keeps it, and no browser takes it for something else.</summary>
    public static void ForOneUser(this HttpResponse response)
    {
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
    }
}
