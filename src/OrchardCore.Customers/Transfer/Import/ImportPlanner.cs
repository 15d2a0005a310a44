using System.Security.Claims;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using OrchardCore.Customers.Shared.Jobs;
using OrchardCore.Customers.Transfer.Mapping;
using OrchardCore.Infrastructure;

namespace OrchardCore.Customers.Transfer.Import;

/// <summary>Does what is asked for on the page of a plan.</summary>
public sealed class ImportPlanner(IServiceProvider services, IImportManager imports, CustomerTransferCatalog catalog, ImportPlanPages pages, IStringLocalizer<ImportPlanner> S)
{
    private ImportProfileManager Profiles => services.GetRequiredService<ImportProfileManager>();

    /// <summary>What columns mean as a form says it: an empty text is a column that is not imported.</summary>
    public static string?[] ReadColumns(IEnumerable<string?> posted) => [.. posted.Select(name => string.IsNullOrWhiteSpace(name) ? null : name.Trim())];

    /// <summary>Reads the file as the form says; what the columns mean is suggested anew.</summary>
    public Task<Result> ReadAgainAsync(ImportRun run, ImportPlanForm form)
        => ImportWords.FormatOf(form.Encoding, form.Delimiter, form.HasHeader) is { } format
            ? imports.ReadAgainAsync(run.JobId, format)
            : Task.FromResult(CustomerWriter.Refused(nameof(form.Delimiter), S["Choose the encoding and the delimiter from the lists."]));

    /// <summary>Does it with the file as a profile says. A file that has none of its columns is read in the profile's format.</summary>
    /// <returns>The form and the columns; <see langword="null"/> when the user has no such profile.</returns>
    public async Task<(ImportPlanForm Form, string?[] Columns)?> ApplyAsync(ImportRun run, ImportPlanForm form, ClaimsPrincipal user)
    {
        if (await Profiles.FindAsync(form.Profile ?? "", JobStore<ImportRun>.IdOf(user)) is not { } profile)
        {
            return null;
        }

        var columns = await catalog.ListForImportAsync(user);
        var mapped = ImportProfileManager.Map(profile, run.Headings, columns);

        if (mapped.All(target => target is null) && profile.Format != run.Format && (await imports.ReadAgainAsync(run.JobId, profile.Format)).Succeeded && await imports.FindAsync(run.JobId) is { } again)
        {
            (run.Format, run.Headings) = (again.Format, again.Headings);
            mapped = ImportProfileManager.Map(profile, run.Headings, columns);
        }

        var applied = ImportPlanForm.Of(profile.Options);
        (applied.Profile, applied.ProfileName, applied.IsShared) = (profile.ProfileId, profile.Name, profile.IsShared);

        return (applied, mapped);
    }

    /// <summary>Keeps what the form says under a name. Errors name fields of the form.</summary>
    public async Task<Result> SaveAsync(ImportRun run, ImportPlanForm form, string?[] columns, ClaimsPrincipal user)
    {
        var profile = new ImportProfile
        {
            Name = form.ProfileName ?? "",
            IsShared = form.IsShared,
            Columns = ImportProfileManager.Keep(run.Headings, columns),
            Format = run.Format,
            Options = form.ToOptions(),
        };
        var saved = await Profiles.SaveAsync(profile, JobStore<ImportRun>.IdOf(user));
        form.Profile = saved.Succeeded ? profile.ProfileId : form.Profile;

        return saved.Succeeded ? saved : Result.Failed([.. saved.Errors.Select(error => new ResultError { Key = nameof(form.ProfileName), Message = error.Message })]);
    }

    /// <summary>Deletes the chosen profile.</summary>
    /// <returns>Why it was not deleted.</returns>
    public async Task<Result> DeleteAsync(ImportPlanForm form, ClaimsPrincipal user)
    {
        var userId = JobStore<ImportRun>.IdOf(user);
        var profile = await Profiles.FindAsync(form.Profile ?? "", userId);

        if (profile is null || profile.OwnerId != userId)
        {
            return CustomerWriter.Refused(nameof(form.Profile), profile is null ? S["Choose the profile that is to be deleted."] : S["Only the user who made this profile can delete it."]);
        }

        await Profiles.DeleteAsync(profile.ProfileId, userId);

        return Result.Success();
    }

    /// <summary>Says what the columns mean and how it is to be done, and begins it.</summary>
    public async Task<Result> StartAsync(ImportRun run, ImportPlanForm form, string?[] columns, ClaimsPrincipal user)
    {
        var options = form.ToOptions();
        options.Invite &= await pages.MayInviteAsync(user);
        var planned = await imports.PlanAsync(run.JobId, columns, options);

        return planned.Succeeded ? await imports.StartAsync(run.JobId, form.Do == ImportPlanForm.Import ? ImportPhase.Import : ImportPhase.Trial, user) : planned;
    }
}
