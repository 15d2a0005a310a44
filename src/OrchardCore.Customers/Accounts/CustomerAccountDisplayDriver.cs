using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement.Display.ContentDisplay;
using OrchardCore.ContentManagement.Display.Models;
using OrchardCore.DisplayManagement.Views;
using OrchardCore.Mvc.ModelBinding;

namespace OrchardCore.Customers.Accounts;

/// <summary>The box on the customer's form by which a link for the password is mailed after saving.</summary>
internal sealed class CustomerAccountDisplayDriver(
    PasswordWishes wishes,
    IHttpContextAccessor httpContextAccessor,
    IAuthorizationService authorizationService,
    IStringLocalizer<CustomerAccountDisplayDriver> S) : ContentPartDisplayDriver<CustomerPart>
{
    public override IDisplayResult Edit(CustomerPart part, BuildPartEditorContext context)
        => Initialize<CustomerAccountViewModel>("CustomerAccount_Edit", async model =>
        {
            model.IsOffered = await IsAllowedAsync();
            model.HasAccount = !string.IsNullOrEmpty(part.AccountId);
            model.SendPassword = wishes.Has(part.ContentItem.ContentItemId);
        });

    public override async Task<IDisplayResult> UpdateAsync(CustomerPart part, UpdatePartEditorContext context)
    {
        var model = new CustomerAccountViewModel();
        await context.Updater.TryUpdateModelAsync(model, Prefix);

        if (model.SendPassword && await IsAllowedAsync())
        {
            var modelState = context.Updater.ModelState;

            if (string.IsNullOrWhiteSpace(part.Email))
            {
                modelState.AddModelError(Prefix, nameof(CustomerPart.Email), S["Without an e-mail address no link can be sent."]);
            }
            else if (part.Status == CustomerStatus.Inactive)
            {
                modelState.AddModelError(Prefix, nameof(model.SendPassword), S["An inactive customer can't log in. Activate the customer, or clear this box."]);
            }

            wishes.Add(part.ContentItem.ContentItemId);
        }

        return Edit(part, context);
    }

    private async Task<bool> IsAllowedAsync()
        => httpContextAccessor.HttpContext?.User is { } user && await authorizationService.AuthorizeAsync(user, CustomersPermissions.ManageCustomerAccounts);
}

/// <summary>The box. Orchard derives a class from it, so it is neither sealed nor a record.</summary>
public class CustomerAccountViewModel
{
    /// <summary>Whether a link is mailed after saving.</summary>
    public bool SendPassword { get; set; }

    [Microsoft.AspNetCore.Mvc.ModelBinding.BindNever]
    public bool IsOffered { get; set; }

    [Microsoft.AspNetCore.Mvc.ModelBinding.BindNever]
    public bool HasAccount { get; set; }
}

/// <summary>Which customers get a link when they are saved in this request.</summary>
internal sealed class PasswordWishes
{
    private readonly HashSet<string> _customers = new(StringComparer.Ordinal);

    public void Add(string customerId) => _customers.Add(customerId);

    /// <summary>Whether there is such a wish, which the form shows again when something was wrong.</summary>
    public bool Has(string customerId) => _customers.Contains(customerId);

    /// <summary>Whether there is such a wish, which is then fulfilled.</summary>
    public bool Take(string customerId) => _customers.Remove(customerId);
}
