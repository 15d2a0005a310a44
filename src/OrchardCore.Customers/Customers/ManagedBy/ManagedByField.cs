using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using OrchardCore.Customers.Shared;

namespace OrchardCore.Customers.ManagedBy;

/// <summary>The field in which a user is chosen by name: what stands in it, what is offered, and what becomes of what was typed.</summary>
public sealed class ManagedByField(CustomerManagers managers, ManagedByRights rights, CustomerFields fields, IStringLocalizer<ManagedByField> S)
{
    /// <summary>What stands in the field: the name of the user.</summary>
    public async Task<string?> ReadAsync(CustomerPart part)
        => string.IsNullOrEmpty(part.ManagedBy) ? null : (await managers.FindAsync(part.ManagedBy))?.Name ?? S["A user who is gone"].Value;

    /// <summary>What the field is drawn with; <see langword="null"/> for who may not change it.</summary>
    /// <param name="name">The name of the field in its form.</param>
    public async Task<ManagerPicker?> DrawAsync(CustomerPart part, string name)
        => !await rights.MayAssignAsync(part.ContentItem) ? null : new(
            new FieldModel(name, fields.Label(nameof(CustomerPart.ManagedBy)), await ReadAsync(part)) { Hint = S["The user who manages this customer's orders. Left empty, nobody does."] },
            [.. (await managers.OfferedAsync()).Take(CustomerManagers.MaxOffered).Select(user => user.Name)]);

    /// <summary>Writes what was typed; what names nobody is said beside the field. A user who is gone stays as long as nobody chooses another.</summary>
    /// <param name="key">The full name of the field. When it was not posted, nothing is changed; nor by who may not.</param>
    public async Task WriteAsync(string? typed, CustomerPart part, string key, ModelStateDictionary modelState)
    {
        typed = typed?.Trim();

        if (!modelState.ContainsKey(key) || !await rights.MayAssignAsync(part.ContentItem) || typed == await ReadAsync(part))
        {
            return;
        }

        if (string.IsNullOrEmpty(typed))
        {
            part.ManagedBy = null;
            return;
        }

        switch (await managers.FindByNameAsync(typed))
        {
            case null:
                modelState.AddModelError(key, S["There is no user “{0}”. Choose one of the list, or leave the field empty.", typed]);
                break;
            case { MayManage: false }:
                modelState.AddModelError(key, S["“{0}” may not log in or view customers, and so can't manage any. Choose another user.", typed]);
                break;
            case { } user:
                part.ManagedBy = user.Id;
                break;
        }
    }
}

/// <summary>A field in which a user is searched and chosen, drawn by the <c>_ManagerPicker</c> partial.</summary>
/// <param name="Offered">The names that are offered where there is no JavaScript.</param>
public sealed record ManagerPicker(FieldModel Field, IReadOnlyList<string> Offered);
