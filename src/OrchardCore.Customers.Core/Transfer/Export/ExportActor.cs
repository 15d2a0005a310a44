using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Localization;
using OrchardCore.Customers.Shared.Jobs;

namespace OrchardCore.Customers.Transfer.Export;

/// <summary>Exports for the user who asked, with the rights that user has at that moment.</summary>
internal sealed class ExportActor(IJobUsers users, IAuthorizationService authorizationService, IStringLocalizer<ExportActor> S)
{
    private ClaimsPrincipal? _user;

    public ClaimsPrincipal User => _user!;

    /// <summary>Looks who asked.</summary>
    /// <returns>Why it can't be done; <see langword="null"/> when it can.</returns>
    public async Task<LocalizedString?> PrepareAsync(ExportRun run)
    {
        _user = await users.FindAsync(run.UserId);

        return _user is null ? S["The user who asked for it may no longer log in."]
            : !await authorizationService.AuthorizeAsync(_user, TransferPermissions.ExportCustomers) || !await authorizationService.AuthorizeAsync(_user, CustomersPermissions.ViewCustomers) ? S["The user who asked for it may no longer export customers."]
            : null;
    }
}
