using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;
using OrchardCore.DisplayManagement.Entities;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.Views;
using OrchardCore.Mvc.ModelBinding;
using OrchardCore.Settings;

namespace OrchardCore.Customers.Accounts;

/// <summary>The rules for accounts among Orchard's site settings. The texts of mails have pages of their own.</summary>
internal sealed class AccountSettingsDisplayDriver(
    IHttpContextAccessor httpContextAccessor,
    IAuthorizationService authorizationService,
    IStringLocalizer<AccountSettingsDisplayDriver> S) : SiteDisplayDriver<CustomerAccountSettings>
{
    protected override string SettingsGroupId => CustomersConstants.SettingsGroups.Accounts;

    public override async Task<IDisplayResult> EditAsync(ISite site, CustomerAccountSettings settings, BuildEditorContext context)
    {
        if (!await IsAllowedAsync())
        {
            return null!;
        }

        return Initialize<AccountSettingsViewModel>("CustomerAccountSettings_Edit", model =>
        {
            model.InvitationDays = settings.InvitationDays;
            model.ResetMinutes = settings.ResetMinutes;
            model.MailsPerMinute = settings.MailsPerMinute;
            model.Address = settings.Address;
        }).Location("Content:1").OnGroup(SettingsGroupId);
    }

    public override async Task<IDisplayResult> UpdateAsync(ISite site, CustomerAccountSettings settings, UpdateEditorContext context)
    {
        if (!await IsAllowedAsync())
        {
            return null!;
        }

        var model = new AccountSettingsViewModel();
        await context.Updater.TryUpdateModelAsync(model, Prefix);

        Check(nameof(model.InvitationDays), model.InvitationDays, 1, CustomerAccountSettings.MaxInvitationDays);
        Check(nameof(model.ResetMinutes), model.ResetMinutes, CustomerAccountSettings.MinResetMinutes, CustomerAccountSettings.MaxResetMinutes);
        Check(nameof(model.MailsPerMinute), model.MailsPerMinute, 1, CustomerAccountSettings.MaxMailsPerMinute);

        if (!string.IsNullOrWhiteSpace(model.Address) && AccountAddress.Clean(model.Address) is null)
        {
            context.Updater.ModelState.AddModelError(Prefix, nameof(model.Address), S["An address looks like https://shop.example.com."]);
        }

        settings.InvitationDays = model.InvitationDays;
        settings.ResetMinutes = model.ResetMinutes;
        settings.MailsPerMinute = model.MailsPerMinute;
        settings.Address = AccountAddress.Clean(model.Address) ?? "";

        return await EditAsync(site, settings, context);

        void Check(string field, int value, int least, int most)
        {
            if (value < least || value > most)
            {
                context.Updater.ModelState.AddModelError(Prefix, field, S["A number from {0:N0} to {1:N0}.", least, most]);
            }
        }
    }

    private async Task<bool> IsAllowedAsync()
        => httpContextAccessor.HttpContext?.User is { } user && await authorizationService.AuthorizeAsync(user, CustomersPermissions.ManageCustomerSettings);
}

/// <summary>The fields of the settings page. Orchard derives a class from it, so it is neither sealed nor a record.</summary>
public class AccountSettingsViewModel
{
    public int InvitationDays { get; set; }

    public int ResetMinutes { get; set; }

    public int MailsPerMinute { get; set; }

    public string? Address { get; set; }
}
