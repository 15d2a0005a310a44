using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Settings;

namespace OrchardCore.Customers.Transfer.Import;

/// <summary>
/// Lets a form with a file be as large as the settings say, and reads it. The check of the antiforgery token reads the form,
/// too: this goes first, as the limits of Orchard's media do. Who may not import is sent away before.
/// </summary>
/// <remarks>A file that is too large leads back to the page, which says so; a browser listens only after it has sent everything.</remarks>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class UploadLimitAttribute : Attribute, IAsyncAuthorizationFilter, IOrderedFilter
{
    /// <summary>What the form has besides the file.</summary>
    private const long Frame = 1024 * 1024;

    public int Order => 900;

    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var request = context.HttpContext.Request;
        var siteService = context.HttpContext.RequestServices.GetRequiredService<ISiteService>();
        var most = ((await siteService.GetSettingsAsync<TransferSettings>()).MaxFileMegabytes * ImportPages.Megabyte) + Frame;

        if (!request.HasFormContentType)
        {
            return;
        }

        var isTooLarge = request.ContentLength > most;

        if (context.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = isTooLarge ? null : most;
        }

        if (isTooLarge)
        {
            await request.Body.CopyToAsync(Stream.Null, context.HttpContext.RequestAborted);
            context.Result = BackWith(UploadProblem.TooLarge);
        }
        else if (await ReadAsync(request, most) is { } problem)
        {
            context.Result = BackWith(problem);
        }
    }

    private static async Task<UploadProblem?> ReadAsync(HttpRequest request, long most)
    {
        request.HttpContext.Features.Set<IFormFeature>(new FormFeature(request, new FormOptions { MultipartBodyLengthLimit = most }));

        try
        {
            await request.ReadFormAsync(request.HttpContext.RequestAborted);

            return null;
        }
        catch (BadHttpRequestException exception) when (exception.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return UploadProblem.TooLarge;
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException)
        {
            return UploadProblem.Incomplete;
        }
    }

    private static RedirectToRouteResult BackWith(UploadProblem problem) => new(ImportRoutes.Upload, new { problem });
}

/// <summary>Why a form with a file did not arrive.</summary>
public enum UploadProblem
{
    TooLarge,
    Incomplete,
}
