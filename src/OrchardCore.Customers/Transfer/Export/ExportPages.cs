using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using OrchardCore.Customers.Shared;
using OrchardCore.Customers.Shared.Jobs;
using OrchardCore.Modules;
using OrchardCore.Settings;

namespace OrchardCore.Customers.Transfer.Export;

/// <summary>Lists exports, and says how far one is.</summary>
public sealed class ExportPages(IServiceProvider services, IExportManager exports, IJobUsers users, CustomerPageBuilder pages, ExportWords words, IStringLocalizer<ExportPages> S)
{
    private const int PageSize = 20;

    private DateTime UtcNow => services.GetRequiredService<IClock>().UtcNow;

    /// <summary>The export, if the user may see it and its time is not over.</summary>
    public async Task<ExportRun?> FindAsync(string id, ClaimsPrincipal user)
        => await exports.FindAsync(id) is { } run
            && (run.State != JobState.Finished || run.IsReady(UtcNow))
            && await services.GetRequiredService<IAuthorizationService>().MaySeeAsync(user, run)
            ? run
            : null;

    /// <summary>One page of the user's exports or, for who manages the customers' settings, of everybody's.</summary>
    public async Task<ExportListViewModel> ListAsync(int page, IUrlHelper url, ClaimsPrincipal user)
    {
        var number = Math.Max(1, page);
        var isForAll = await services.GetRequiredService<IAuthorizationService>().AuthorizeAsync(user, CustomersPermissions.ManageCustomerSettings);
        var runs = await exports.FindRecentAsync(isForAll ? null : JobStore<ExportRun>.IdOf(user), (number - 1) * PageSize, PageSize + 1);
        var lines = new List<ExportLine>();

        foreach (var run in runs.Take(PageSize))
        {
            lines.Add(await LineAsync(run, url));
        }

        return new ExportListViewModel
        {
            Rows = lines,
            Days = await DaysAsync(),
            NewerUrl = number > 1 ? url.RouteUrl(ExportRoutes.List, number > 2 ? new { pagenum = number - 1 } : null) : null,
            OlderUrl = runs.Count > PageSize ? url.RouteUrl(ExportRoutes.List, new { pagenum = number + 1 }) : null,
        };
    }

    public async Task<ExportRunViewModel> BuildAsync(ExportRun run, IUrlHelper url)
    {
        var isReady = run.IsReady(UtcNow);

        return new ExportRunViewModel
        {
            Run = run,
            Progress = words.Progress(run, isReady, await pages.WhenAsync(run.CreatedUtc, await users.FindNameAsync(run.UserId))),
            What = words.What(run.Options),
            IsReady = isReady,
            Size = isReady ? words.Size(run.FileLength) : "",
            Expires = await pages.WhenAsync(run.ExpiresUtc, by: null),
            Delete = run.IsOpen() ? null : Delete(run, url),
        };
    }

    public ExportDeleteViewModel AskToDelete(ExportRun run, IUrlHelper url) => new(Ask(run), url.RouteUrl(ExportRoutes.List)!);

    /// <summary>For how many days exports are kept.</summary>
    public async Task<int> DaysAsync() => (await services.GetRequiredService<ISiteService>().GetSettingsAsync<TransferSettings>()).ExportDays;

    private async Task<ExportLine> LineAsync(ExportRun run, IUrlHelper url)
    {
        var isReady = run.IsReady(UtcNow);
        var address = new { id = run.JobId };
        List<ActionLink> actions = run.IsOpen() ? [] : [Delete(run, url)];

        if (isReady)
        {
            actions.Insert(0, new(S["Download"], S["Take the file to this computer"], "download", url.RouteUrl(ExportRoutes.Download, address)!));
        }

        return new ExportLine(
            run.FileName,
            url.RouteUrl(ExportRoutes.Run, address)!,
            words.What(run.Options),
            words.BadgeOf(run, isReady),
            await pages.WhenAsync(run.CreatedUtc, await users.FindNameAsync(run.UserId)),
            words.Rows(run.Done),
            isReady ? words.Size(run.FileLength) : "",
            await pages.WhenAsync(run.ExpiresUtc, by: null),
            actions);
    }

    private ActionLink Delete(ExportRun run, IUrlHelper url)
        => new(S["Delete"], S["Delete the file; nobody can download it any more"], "trash", url.RouteUrl(ExportRoutes.Delete, new { id = run.JobId })!) { IsDangerous = true, Confirmation = Ask(run) };

    private Confirmation Ask(ExportRun run) => new(S["Delete the export {0}? Nobody can download it any more.", run.FileName], S["Delete"]);
}
