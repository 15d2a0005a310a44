using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Localization;
using OrchardCore.Customers.Shared.Jobs;
using OrchardCore.Security.Permissions;

namespace OrchardCore.Customers.Transfer.Import;

/// <summary>Does what a run asks for as the user who asked, with the rights that user has at that moment.</summary>
internal sealed class ImportActor(IJobUsers users, CustomerActor actor, CustomerTransferCatalog catalog, IAuthorizationService authorizationService, IStringLocalizer<ImportActor> S)
{
    /// <summary>How the history calls it.</summary>
    public const string Means = "Import";

    private ClaimsPrincipal? _user;

    public ClaimsPrincipal User => _user!;

    public LocalizedString Forbidden => S["The user who asked for it may no longer do this."];

    /// <summary>Looks who asked.</summary>
    /// <returns>Why it can't be done; <see langword="null"/> when it can.</returns>
    public async Task<LocalizedString?> PrepareAsync(ImportRun run)
    {
        actor.Means = Means;
        _user = await users.FindAsync(run.UserId);

        if (_user?.Identity?.Name is { } name)
        {
            actor.ActFor(run.UserId, name);
        }

        return _user is null ? S["The user who asked for it may no longer log in."]
            : !await MayAsync(TransferPermissions.ImportCustomers) || !await MayAsync(CustomersPermissions.EditCustomers) ? Forbidden
            : run.Phase is ImportPhase.Trial or ImportPhase.Import && !await MayWriteAsync(run) ? S["Some of the columns are gone, or the user who asked for it may not import them."]
            : null;
    }

    private async Task<bool> MayWriteAsync(ImportRun run)
    {
        var allowed = (await catalog.ListForImportAsync(User)).Select(column => column.Name).Append(RowCommands.Column).ToHashSet(StringComparer.Ordinal);

        return run.Columns.OfType<string>().All(allowed.Contains);
    }

    public Task<bool> MayAsync(Permission permission) => authorizationService.AuthorizeAsync(User, permission);
}
