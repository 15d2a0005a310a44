using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Environment.Shell.Scope;
using OrchardCore.Infrastructure;
using YesSql;
using YesSql.Services;

namespace OrchardCore.Customers.Companies;

internal sealed class CompanyManager(
    ISession session,
    IContentManager contentManager,
    CompanyWriter writer,
    CompanyPlaces places,
    IEnumerable<ICompanyDependent> dependents,
    IStringLocalizer<CompanyManager> S) : ICompanyManager
{
    private const string RevisionKey = $"{nameof(CompanyPart)}.{nameof(CompanyPart.Revision)}";

    public Task<ContentItem> NewAsync() => contentManager.NewAsync(CustomersConstants.ContentTypes.Company);

    public async Task<ContentItem?> FindAsync(string id)
    {
        var company = await session.Query<ContentItem, CompanyIndex>(index => index.ContentItemId == id).NoDuplicates().FirstOrDefaultAsync();

        return company is null ? null : await contentManager.LoadAsync(company);
    }

    public async Task<IReadOnlyList<ContentItem>> FindAsync(IReadOnlyCollection<string> ids)
    {
        var wanted = ids.ToArray();

        return wanted.Length == 0 ? [] : [.. await session.Query<ContentItem, CompanyIndex>(index => index.ContentItemId.IsIn(wanted)).NoDuplicates().ListAsync()];
    }

    public Task<Result> CreateAsync(ContentItem company) => SaveAsync(company, async () => await contentManager.CreateAsync(company, VersionOptions.Published));

    public async Task<Result> UpdateAsync(ContentItem company)
    {
        // Told before anything is written: when the database finds out, it may be in the middle of a handler, which tells nobody.
        return await places.IsOutdatedAsync(company) ? writer.Outdated(RevisionKey) : await SaveAsync(company, async () =>
        {
            // First, since the content manager saves without asking for the version; and at once, see CompanyStructures.
            await session.SaveAsync(company, checkConcurrency: true);
            await session.FlushAsync();
            await contentManager.UpdateAsync(company);

            return true;
        });
    }

    public async Task<Result> ChangeAsync(ContentItem company, CompanyAction action)
    {
        company.Alter<CompanyPart>(part => Change(part, action));

        return await UpdateAsync(company);
    }

    public async Task<Result> DeleteAsync(ContentItem company)
    {
        if (await WhyKeepAsync(company) is { } reason)
        {
            return CustomerWriter.Refused("", reason);
        }

        var written = await writer.WriteAsync(RevisionKey, async () =>
        {
            foreach (var dependent in dependents)
            {
                await dependent.DeletingAsync(company);
            }

            // The company's handler erases what Orchard only marks as removed.
            return await contentManager.RemoveAsync(company) ? Result.Success() : CustomerWriter.Refused("", S["A module of this site refused to delete the company."]);
        });

        return written.Succeeded || !await IsStoredAsync(company.ContentItemId) ? Result.Success() : written;
    }

    private async Task<LocalizedString?> WhyKeepAsync(ContentItem company)
    {
        var id = company.ContentItemId;

        if (await session.QueryIndex<CompanyIndex>(index => index.ParentCompanyId == id).FirstOrDefaultAsync() is not null)
        {
            return S["Other companies belong to this one. Change or delete them first."];
        }

        foreach (var dependent in dependents)
        {
            if (await dependent.FindReasonToKeepAsync(company) is { } reason)
            {
                return reason;
            }
        }

        return null;
    }

    private Task<Result> SaveAsync(ContentItem company, Func<Task<bool>> save) => writer.WriteAsync(RevisionKey, async () =>
    {
        // First: what is checked afterwards can't be older than what guards it.
        await places.TouchAsync(company.GetOrCreate<CompanyPart>(), formerId: null);
        var validation = await contentManager.ValidateAsync(company);

        return !validation.Succeeded ? CompanyResults.Of(validation)
            : await save() ? Result.Success()
            : CustomerWriter.Refused("", S["A module of this site refused to save the company."]);
    });

    /// <summary>Two who delete the same company both get what they want.</summary>
    private static async Task<bool> IsStoredAsync(string id)
    {
        var isStored = false;
        await ShellScope.UsingChildScopeAsync(async scope => isStored = await scope.ServiceProvider.GetRequiredService<ICompanyManager>().FindAsync(id) is not null);

        return isStored;
    }

    private static void Change(CompanyPart part, CompanyAction action) => (part.Status, part.IsActive, part.IsBlocked) = action switch
    {
        CompanyAction.Approve => (CompanyStatus.Approved, part.IsActive, part.IsBlocked),
        CompanyAction.Deny => (CompanyStatus.Denied, part.IsActive, part.IsBlocked),
        CompanyAction.Activate => (part.Status, true, part.IsBlocked),
        CompanyAction.Deactivate => (part.Status, false, part.IsBlocked),
        CompanyAction.Block => (part.Status, part.IsActive, true),
        CompanyAction.Unblock => (part.Status, part.IsActive, false),
        _ => throw new ArgumentOutOfRangeException(nameof(action)),
    };
}
