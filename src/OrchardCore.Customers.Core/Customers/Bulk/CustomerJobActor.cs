using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Shared.Jobs;
using OrchardCore.Infrastructure;

namespace OrchardCore.Customers.Bulk;

/// <summary>Does what a job asks for as the user who asked, with the rights that user has at that moment.</summary>
internal sealed class CustomerJobActor(
    IEnumerable<ICustomerBulkAction> actions,
    IJobUsers users,
    CustomerActor actor,
    IAuthorizationService authorizationService,
    ILogger<CustomerJobActor> logger,
    IStringLocalizer<CustomerJobActor> S)
{
    private ICustomerBulkAction? _action;
    private ClaimsPrincipal? _user;
    private string? _value;

    public ClaimsPrincipal User => _user!;

    /// <summary>Looks who asked and for what.</summary>
    /// <returns>Why it can't be done; <see langword="null"/> when it can.</returns>
    public async Task<LocalizedString?> PrepareAsync(CustomerJob job)
    {
        _action = actions.FirstOrDefault(action => action.Name == job.Action);
        _user = await users.FindAsync(job.UserId);
        _value = job.Value;

        if (_user?.Identity?.Name is { } name)
        {
            actor.ActFor(job.UserId, name);
        }

        return _action is null ? S["The action is no longer there: its feature was disabled."]
            : _user is null ? S["The user who asked for it may no longer log in."]
            : !await authorizationService.AuthorizeAsync(_user, _action.Permission) ? S["The user who asked for it may no longer do this."]
            : null;
    }

    public async Task<Result> ApplyAsync(ContentItem customer)
        => await authorizationService.AuthorizeAsync(User, _action!.Permission, customer)
            ? await _action.ApplyAsync(customer, _value)
            : CustomerWriter.Refused("", S["You may not do this with this customer."]);

    /// <summary>What to tell of an action that threw.</summary>
    public Result Explain(Exception exception)
    {
        logger.LogError(exception, "The bulk action {Action} failed.", _action!.Name);

        return CustomerWriter.Refused("", S["Something unexpected went wrong. The site's log says what."]);
    }
}
