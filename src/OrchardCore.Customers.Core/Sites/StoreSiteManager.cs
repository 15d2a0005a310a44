using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using OrchardCore.Customers.Shared;
using OrchardCore.Entities;
using OrchardCore.Environment.Shell.Scope;
using OrchardCore.Infrastructure;
using OrchardCore.Settings;
using YesSql;

namespace OrchardCore.Customers.Sites;

internal sealed class StoreSiteManager(ISiteService siteService, StoreSiteChecker checker, StoreSiteUses uses, IStringLocalizer<StoreSiteManager> S) : IStoreSiteManager
{
    /// <summary>All sites are in one document: who meets an editor of another site tries again.</summary>
    private const int Attempts = 5;

    /// <summary>A recipe may bring anything: what is not whole, or has the code of another one, is no site.</summary>
    public async Task<IReadOnlyList<StoreSite>> FindAllAsync() => Sound((await siteService.GetSettingsAsync<StoreSiteSettings>()).Sites);

    public async Task<StoreSite?> FindAsync(string? code) => Find(await FindAllAsync(), code);

    public Task<Result> CreateAsync(StoreSite site)
    {
        StoreSiteChecker.Normalize(site);
        site.Revision = 1;

        return ChangeAsync(sites => (checker.Check(site, Find(sites, site.Code)), [.. sites, site]));
    }

    public Task<Result> UpdateAsync(StoreSite site)
    {
        StoreSiteChecker.Normalize(site);
        var opened = site.Revision;

        return ChangeAsync(sites =>
        {
            if (Find(sites, site.Code) is not { } stored)
            {
                return (Gone(site.Code), []);
            }

            if (stored.Revision != opened)
            {
                return (CustomerWriter.Refused(nameof(StoreSite.Revision), S["Somebody else saved this site after you had opened it."]), []);
            }

            var result = checker.Check(site, other: null);

            return (result, result.Succeeded ? Replace(sites, Next(site, stored)) : []);
        });
    }

    public Task<Result> SetActiveAsync(string code, bool isActive) => ChangeAsync(sites =>
    {
        if (Find(sites, code) is not { } stored)
        {
            return (Gone(code), []);
        }

        stored.IsActive = isActive;
        stored.Revision++;

        return (Result.Success(), [.. sites]);
    });

    public async Task<Result> DeleteAsync(string code)
    {
        if (await FindAsync(code) is not { } site)
        {
            return Gone(code);
        }

        return await uses.ExplainAsync(site.Code) is { } reason
            ? CustomerWriter.Refused("", reason)
            : await ChangeAsync(sites => (Result.Success(), [.. sites.Where(other => other.Code != site.Code)]), services => RemoveDependentsAsync(services, site.Code));
    }

    private static async Task RemoveDependentsAsync(IServiceProvider services, string code)
    {
        foreach (var dependent in services.GetServices<IStoreSiteDependent>())
        {
            await dependent.RemovedAsync(code);
        }
    }

    /// <summary>
    /// Reads what is stored, changes it and commits that, in a scope of its own: when somebody else was faster, the scope
    /// takes its changes with it.
    /// </summary>
    /// <param name="follow">What is changed with it, in the same transaction.</param>
    private async Task<Result> ChangeAsync(Func<IReadOnlyList<StoreSite>, (Result Result, StoreSite[] Sites)> change, Func<IServiceProvider, Task>? follow = null)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var result = Result.Success();
                await ShellScope.UsingChildScopeAsync(async scope => result = await ChangeAsync(scope.ServiceProvider, change, follow));

                return result;
            }
            catch (ConcurrencyException) when (attempt < Attempts)
            {
                // Another page of the settings was saved at the same moment; read again.
            }
            catch (ConcurrencyException)
            {
                return CustomerWriter.Refused("", S["The settings of this site are being changed by others all the time. Nothing was saved; try again."]);
            }
        }
    }

    private static async Task<Result> ChangeAsync(IServiceProvider services, Func<IReadOnlyList<StoreSite>, (Result Result, StoreSite[] Sites)> change, Func<IServiceProvider, Task>? follow)
    {
        var settings = services.GetRequiredService<ISiteService>();
        var container = await settings.LoadSiteSettingsAsync();
        var result = Result.Success();

        container.Alter<StoreSiteSettings>(stored =>
        {
            var (answer, sites) = change(Sound(stored.Sites));
            result = answer;
            stored.Sites = answer.Succeeded ? sites : stored.Sites;
        });

        var session = services.GetRequiredService<ISession>();

        if (result.Succeeded)
        {
            await settings.UpdateSiteSettingsAsync(container);
            await (follow?.Invoke(services) ?? Task.CompletedTask);
            await session.FlushAsync();
        }
        else
        {
            await session.CancelAsync();
        }

        return result;
    }

    private static StoreSite[] Replace(IReadOnlyList<StoreSite> sites, StoreSite site) => [.. sites.Select(other => other.Code == site.Code ? site : other)];

    /// <summary>The code stays as it was written first.</summary>
    private static StoreSite Next(StoreSite site, StoreSite stored)
    {
        site.Code = stored.Code;
        site.Revision = stored.Revision + 1;

        return site;
    }

    private static List<StoreSite> Sound(StoreSite[]? sites)
        => [.. (sites ?? []).Where(IsWhole).DistinctBy(site => site.Code, StringComparer.OrdinalIgnoreCase)];

    private static bool IsWhole(StoreSite? site)
        => site is { Name: not null, StorefrontUrl: not null, Currencies: not null, Languages: not null, AssistedBuying: { EntryPath: not null, Modes: not null, AllowedOrigins: not null } }
            && CodeText.IsCode(site.Code);

    private static StoreSite? Find(IReadOnlyList<StoreSite> sites, string? code) => sites.FirstOrDefault(site => site.Code.Equals(code, StringComparison.OrdinalIgnoreCase));

    private Result Gone(string code) => CustomerWriter.Refused("", S["There is no site “{0}” any more.", code]);
}
