using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Security.Permissions;

namespace OrchardCore.Customers.ManagedBy;

/// <summary>Says who manages a customer, on the head of its page and on the page where that is changed.</summary>
public sealed class ManagedByPages(CustomerManagers managers, ManagedByField field, IAuthorizationService authorizationService, IStringLocalizer<ManagedByPages> S)
{
    /// <summary>The name of the field in its own form.</summary>
    public const string FieldName = "managedBy";

    /// <summary>Of Orchard's own page of a user; a host without that page has no such route.</summary>
    private const string UserRoute = "UsersEdit";

    /// <summary>Orchard's permission to change users, by name: its own class of permissions belongs to its users module.</summary>
    private static readonly Permission EditUsers = new("EditUsers", "", [new Permission("ManageUsers", "")]);

    /// <summary>Said to who was slower.</summary>
    public string Outdated => S["Somebody else saved this customer meanwhile. Look who manages it now, then save again."];

    public async Task<ManagedByModel> BuildAsync(ContentItem customer, string listUrl, IUrlHelper url, ClaimsPrincipal user)
    {
        var part = customer.GetOrCreate<CustomerPart>();
        var manager = await managers.FindAsync(part.ManagedBy);

        return new ManagedByModel(customer.ContentItemId, part.Revision, listUrl)
        {
            Customer = customer.ListName(),
            IsManaged = !string.IsNullOrEmpty(part.ManagedBy),
            Name = manager?.Name,
            Problem = string.IsNullOrEmpty(part.ManagedBy) ? null
                : manager is null ? S["This user is no longer there."].Value
                : manager.MayManage ? null : S["This user is no longer one who may log in and view customers."].Value,
            UserUrl = manager is not null && await authorizationService.AuthorizeAsync(user, EditUsers) ? url.RouteUrl(UserRoute, new { id = manager.Id }) : null,
            Picker = await field.DrawAsync(part, FieldName),
            CustomerUrl = CustomerReturn.CustomerUrl(url, customer.ContentItemId, listUrl),
        };
    }
}

/// <summary>Who manages a customer.</summary>
/// <param name="Id">The content item id of the customer.</param>
/// <param name="Revision">The one the page was drawn with.</param>
public sealed record ManagedByModel(string Id, int Revision, string ListUrl)
{
    public required string Customer { get; init; }

    public required bool IsManaged { get; init; }

    /// <summary>The name of the user; <see langword="null"/> when there is none, or none any more.</summary>
    public required string? Name { get; init; }

    /// <summary>Why the user can't manage the customer any more.</summary>
    public required string? Problem { get; init; }

    /// <summary>The user's own page, for who may change users.</summary>
    public required string? UserUrl { get; init; }

    /// <summary><see langword="null"/> for who may not change it.</summary>
    public required ManagerPicker? Picker { get; init; }

    public required string CustomerUrl { get; init; }

    /// <summary>Whether there is something to show.</summary>
    public bool IsShown => IsManaged || Picker is not null;
}
