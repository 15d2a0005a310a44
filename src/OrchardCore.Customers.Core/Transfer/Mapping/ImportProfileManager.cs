using Microsoft.Extensions.Localization;
using OrchardCore.Customers.Shared;
using OrchardCore.Infrastructure;
using OrchardCore.Modules;
using YesSql;

namespace OrchardCore.Customers.Transfer.Mapping;

/// <summary>
/// Keeps how users import files. Each changes his own profiles, and uses those that others share. The keys of errors name
/// properties of <see cref="ImportProfile"/>, or are empty.
/// </summary>
internal sealed class ImportProfileManager(ISession session, DatabaseRefusals refusals, IClock clock, IStringLocalizer<ImportProfileManager> S)
{
    private const int MaxProfiles = 200;

    /// <summary>Those that the user can use, by name.</summary>
    public async Task<IReadOnlyList<ImportProfile>> ListAsync(string userId)
    {
        var profiles = await session.Query<ImportProfile, ImportProfileIndex>(index => index.OwnerId == userId || index.IsShared, collection: CustomersConstants.Collection).NoDuplicates().ListAsync();

        return [.. profiles.OrderBy(profile => profile.Name, StringComparer.CurrentCultureIgnoreCase).ThenBy(profile => profile.OwnerId != userId)];
    }

    /// <summary>One that the user can use; <see langword="null"/> when there is none.</summary>
    public async Task<ImportProfile?> FindAsync(string profileId, string userId)
        => await session.Query<ImportProfile, ImportProfileIndex>(index => index.ProfileId == profileId, collection: CustomersConstants.Collection).FirstOrDefaultAsync() is { } profile
            && (profile.OwnerId == userId || profile.IsShared) ? profile : null;

    /// <summary>Saves a profile for the user, in the place of the one of the same name if there is one.</summary>
    public async Task<Result> SaveAsync(ImportProfile profile, string userId)
    {
        var name = VisibleText.Clean(profile.Name) ?? "";

        if (name.Length is 0 or > ImportProfile.MaxNameLength)
        {
            return Refused(nameof(ImportProfile.Name), S["A profile needs a name of at most {0} characters.", ImportProfile.MaxNameLength]);
        }

        if (!VisibleText.IsShowable(name))
        {
            return Refused(nameof(ImportProfile.Name), S["The name contains characters that can't be shown. Type it anew."]);
        }

        var own = (await ListAsync(userId)).Where(known => known.OwnerId == userId).ToList();
        var key = ImportProfileIndexProvider.KeyOf(userId, name);
        var stored = own.Find(known => ImportProfileIndexProvider.KeyOf(userId, known.Name) == key);

        if (stored is null && own.Count >= MaxProfiles)
        {
            return Refused("", S["You have {0} profiles already. Delete one first.", MaxProfiles]);
        }

        stored ??= new ImportProfile { ProfileId = Guid.NewGuid().ToString("N"), OwnerId = userId };
        (stored.Name, stored.IsShared, stored.Columns, stored.Format, stored.Options, stored.SavedUtc) = (name, profile.IsShared, profile.Columns, profile.Format, profile.Options, clock.UtcNow);
        (profile.ProfileId, profile.OwnerId) = (stored.ProfileId, userId);

        return await refusals.TryAsync(
            () => session.SaveAsync(stored, collection: CustomersConstants.Collection),
            "an import profile",
            outdated: () => Refused("", S["You saved a profile of this name elsewhere a moment ago. Save it again if this one is to count."]));
    }

    /// <summary>Deletes a profile of the user. One that is gone already is deleted.</summary>
    public async Task DeleteAsync(string profileId, string userId)
    {
        if (await FindAsync(profileId, userId) is { } profile && profile.OwnerId == userId)
        {
            session.Delete(profile, CustomersConstants.Collection);
        }
    }

    /// <summary>
    /// The profile that was made with a file of the same columns: the user's own before those of others, then the newest. The
    /// column that says what was wrong with a row doesn't count, so that failed rows come back as they went.
    /// </summary>
    public static ImportProfile? Suggest(IReadOnlyList<ImportProfile> profiles, IReadOnlyList<string> headings, string userId)
    {
        var wanted = Headings.Shape(headings);

        return profiles
            .Where(profile => Headings.Shape(profile.Columns.Select(column => column.Heading)).SequenceEqual(wanted, StringComparer.Ordinal))
            .OrderByDescending(profile => profile.OwnerId == userId)
            .ThenByDescending(profile => profile.SavedUtc)
            .FirstOrDefault();
    }

    /// <summary>What a profile keeps of what columns mean.</summary>
    public static ImportProfileColumn[] Keep(IReadOnlyList<string> headings, IReadOnlyList<string?> targets)
        => [.. headings.Zip(targets, (heading, target) => new ImportProfileColumn { Heading = Headings.Fold(heading), Column = target })];

    /// <summary>What the profile says that the columns of a file mean; what it says of columns that are gone, or that the user may not import, is left out.</summary>
    public static string?[] Map(ImportProfile profile, IReadOnlyList<string> headings, IReadOnlyList<ICustomerTransferColumn> columns)
    {
        var known = columns.Where(column => column.IsForImport).Select(column => column.Name).Append(Import.RowCommands.Column).ToHashSet(StringComparer.Ordinal);
        var meanings = profile.Columns
            .GroupBy(column => column.Heading, column => column.Column, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => new Queue<string?>(same), StringComparer.Ordinal);

        // Of several columns with one name the first of the file is the first of the profile.
        return [.. headings.Select(heading => meanings.TryGetValue(Headings.Fold(heading), out var same) && same.TryDequeue(out var target) && target is not null && known.Contains(target) ? target : null)];
    }

    private static Result Refused(string key, LocalizedString message) => CustomerWriter.Refused(key, message);
}
