using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Accounts;
using OrchardCore.Customers.Shared;
using OrchardCore.Customers.Sites;
using OrchardCore.Infrastructure;
using OrchardCore.Users;
using OrchardCore.Users.Models;

namespace OrchardCore.Customers.AssistedBuying;

/// <summary>Who may act for whom, and where. It is asked when a session begins, and again whenever its storefront asks.</summary>
internal sealed class AssistChecker(
    IAuthorizationService authorizationService,
    UserManager<IUser> users,
    IUserClaimsPrincipalFactory<IUser> principals,
    AccountUsers accounts,
    AssistSites sites,
    IStringLocalizer<AssistChecker> S)
{
    /// <summary>Why not, whatever the site; <see langword="null"/> when it may.</summary>
    public async Task<LocalizedString?> ExplainAsync(ClaimsPrincipal agent, ContentItem customer)
    {
        if (!await authorizationService.AuthorizeAsync(agent, AssistedBuyingPermissions.AssistCustomers, customer))
        {
            return S["You may not act for this customer."];
        }

        var part = customer.GetOrCreate<CustomerPart>();

        if (part.Status != CustomerStatus.Active)
        {
            return S["This customer is inactive: nobody can act for it."];
        }

        if (await accounts.FindAsync(part.AccountId) is not { IsEnabled: true } account)
        {
            return S["This customer has no account, so there is nothing to act with. Invite the customer first."];
        }

        // Whoever acts as somebody of the site could do more than as oneself.
        return await accounts.IsCustomerOnlyAsync(account) ? null : S["This customer's account is a user of the site with other rights: nobody can act for it."];
    }

    /// <summary>Checks what was asked for; all that is wrong is told at once, beside its field.</summary>
    /// <param name="reason">The reason as it will be kept.</param>
    public async Task<(Result Result, StoreSite? Site)> CheckAsync(ClaimsPrincipal agent, ContentItem customer, AssistRequest request, string? reason)
    {
        var errors = new List<ResultError>();
        var site = string.IsNullOrEmpty(request.Site) ? null : (await FindSitesAsync(agent, customer)).FirstOrDefault(site => site.Code == request.Site);

        if (site is null)
        {
            Fail(nameof(request.Site), string.IsNullOrEmpty(request.Site) ? S["Choose a site."] : S["You can't act for this customer at the site “{0}”. Choose another one.", request.Site]);
        }
        else if (request.Origin is { } origin && !AssistSites.OriginsOf(site).Contains(origin, StringComparer.Ordinal))
        {
            Fail(nameof(request.Origin), S["“{0}” does not belong to the site {1}.", origin, site.Name]);
        }

        if (request.Mode is not { } mode)
        {
            Fail(nameof(request.Mode), S["Choose what you want to do."]);
        }
        else if (site is not null && !site.AssistedBuying.Modes.Contains(mode))
        {
            Fail(nameof(request.Mode), S["The site {0} does not allow this. Choose something else.", site.Name]);
        }

        if (reason is null)
        {
            Fail(nameof(request.Reason), S["Say why. The customer may be told."]);
        }
        else if (reason.Length > AssistedSession.MaxReason)
        {
            Fail(nameof(request.Reason), S["A reason has at most {0} characters; this one has {1}.", AssistedSession.MaxReason, reason.Length]);
        }
        else if (!VisibleText.IsShowable(reason.ReplaceLineEndings(" ")))
        {
            Fail(nameof(request.Reason), S["The reason contains characters that can't be shown. Type it anew."]);
        }

        return errors.Count == 0 ? (Result.Success(), site) : (Result.Failed([.. errors]), null);

        void Fail(string key, LocalizedString message) => errors.Add(new ResultError { Key = key, Message = message });
    }

    /// <summary>The site of a session whose user may still do what was asked for when it began; <see langword="null"/> when not.</summary>
    public async Task<StoreSite?> FindSiteAsync(AssistedSession session, ContentItem customer)
    {
        if (await users.FindByIdAsync(session.AgentId) is not User { IsEnabled: true } user)
        {
            return null;
        }

        // What a cookie says is from the log-in; these are the rights the user has now.
        var agent = await principals.CreateAsync(user);

        return await ExplainAsync(agent, customer) is not null ? null : (await FindSitesAsync(agent, customer))
            .FirstOrDefault(site => site.Code == session.Site && site.AssistedBuying.Modes.Contains(session.Mode) && AssistSites.OriginsOf(site).Contains(session.Origin, StringComparer.Ordinal));
    }

    public Task<IReadOnlyList<StoreSite>> FindSitesAsync(ClaimsPrincipal agent, ContentItem customer) => sites.FindAsync(customer, agent.FindFirstValue(ClaimTypes.NameIdentifier));
}
