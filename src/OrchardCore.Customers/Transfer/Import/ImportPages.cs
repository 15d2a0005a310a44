using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using OrchardCore.Customers.Shared.Jobs;
using OrchardCore.Customers.Transfer.Template;
using OrchardCore.Settings;

namespace OrchardCore.Customers.Transfer.Import;

/// <summary>Lists imports, and what is to be known before one begins.</summary>
public sealed class ImportPages(
    IServiceProvider services,
    IImportManager imports,
    IJobUsers users,
    CustomerPageBuilder pages,
    ImportWords words,
    IStringLocalizer<ImportPages> S)
{
    internal const long Megabyte = 1024 * 1024;

    private const int PageSize = 20;

    /// <summary>The run, if the user may see it.</summary>
    public async Task<ImportRun?> FindAsync(string id, ClaimsPrincipal user)
        => await imports.FindAsync(id) is { } run && await services.GetRequiredService<IAuthorizationService>().MaySeeAsync(user, run) ? run : null;

    /// <summary>One page of the user's imports or, for who manages the customers' settings, of everybody's.</summary>
    public async Task<ImportListViewModel> ListAsync(int page, IUrlHelper url, ClaimsPrincipal user)
    {
        page = Math.Max(1, page);
        var isForAll = await services.GetRequiredService<IAuthorizationService>().AuthorizeAsync(user, CustomersPermissions.ManageCustomerSettings);
        var runs = await imports.FindRecentAsync(isForAll ? null : JobStore<ImportRun>.IdOf(user), (page - 1) * PageSize, PageSize + 1);
        var names = new Dictionary<string, string?>(StringComparer.Ordinal);
        var rows = new List<ImportLine>();

        foreach (var run in runs.Take(PageSize))
        {
            if (!names.TryGetValue(run.UserId, out var name))
            {
                names[run.UserId] = name = await users.FindNameAsync(run.UserId);
            }

            rows.Add(new ImportLine(run.FileName, url.RouteUrl(ImportRoutes.Run, new { id = run.JobId })!, words.BadgeOf(run), words.Summary(run), await pages.WhenAsync(run.CreatedUtc, by: null), name));
        }

        return new ImportListViewModel
        {
            Rows = rows,
            NewerUrl = page > 1 ? PageUrl(page - 1) : null,
            OlderUrl = runs.Count > PageSize ? PageUrl(page + 1) : null,
        };

        string PageUrl(int number) => url.RouteUrl(ImportRoutes.List, number > 1 ? new { pagenum = number } : null)!;
    }

    /// <summary>Asks for a file.</summary>
    public async Task<ImportUploadViewModel> AskAsync()
    {
        var settings = await services.GetRequiredService<ISiteService>().GetSettingsAsync<TransferSettings>();

        return new ImportUploadViewModel(settings.MaxFileMegabytes * Megabyte, settings.MaxFileMegabytes, settings.MaxRows, settings.JournalDays);
    }

    /// <summary>Why the form with the file did not arrive.</summary>
    public async Task<string> ExplainAsync(UploadProblem problem) => problem switch
    {
        UploadProblem.TooLarge => S["The file is larger than {0} MB, the most that may be uploaded. Divide it, or have the limit raised.", (await AskAsync()).MaxMegabytes],
        _ => S["The file did not arrive completely. Upload it again."],
    };

    /// <summary>What the columns of files mean.</summary>
    public async Task<IReadOnlyList<ImportColumnLine>> ExplainColumnsAsync(ClaimsPrincipal user)
        => [.. from column in await services.GetRequiredService<ColumnReference>().ListAsync(user)
               where column.IsForImport
               select new ImportColumnLine(column.Name, column.Label.Value, column.Hint.Value, column.Example, column.IsRequired, column.Codes)];
}
