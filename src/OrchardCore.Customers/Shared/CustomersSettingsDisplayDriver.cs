using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using OrchardCore.DisplayManagement.Entities;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.Views;
using OrchardCore.Mvc.ModelBinding;
using OrchardCore.Settings;

namespace OrchardCore.Customers.Shared;

/// <summary>
/// Settings of a feature among Orchard's site settings, for those who may change the settings for customers; the shape is
/// named after the settings: <c>CustomerSettings_Edit</c>.
/// </summary>
/// <typeparam name="TModel">The fields of the page. Orchard derives a class from it, so it is neither sealed nor a record.</typeparam>
public abstract class CustomersSettingsDisplayDriver<TSettings, TModel>(
    IHttpContextAccessor httpContextAccessor,
    IAuthorizationService authorizationService,
    IStringLocalizer localizer) : SiteDisplayDriver<TSettings>
    where TSettings : class, new()
    where TModel : class, new()
{
    protected IStringLocalizer S { get; } = localizer;

    /// <summary>Where they stand on the page of their group.</summary>
    protected virtual string Location => "Content:1";

    public sealed override async Task<IDisplayResult> EditAsync(ISite site, TSettings settings, BuildEditorContext context)
        => await IsAllowedAsync()
            ? Initialize<TModel>($"{typeof(TSettings).Name}_Edit", model => Fill(model, settings)).Location(Location).OnGroup(SettingsGroupId)
            : null!;

    public sealed override async Task<IDisplayResult> UpdateAsync(ISite site, TSettings settings, UpdateEditorContext context)
    {
        if (!await IsAllowedAsync())
        {
            return null!;
        }

        var model = new TModel();
        await context.Updater.TryUpdateModelAsync(model, Prefix);
        Read(model, settings, context.Updater.ModelState);

        return await EditAsync(site, settings, context);
    }

    /// <summary>Shows the settings.</summary>
    protected abstract void Fill(TModel model, TSettings settings);

    /// <summary>Takes what was typed. What is wrong with it goes into the model state; then nothing is saved.</summary>
    protected abstract void Read(TModel model, TSettings settings, ModelStateDictionary modelState);

    /// <summary>Says that a number is out of its range.</summary>
    protected void CheckRange(ModelStateDictionary modelState, string field, int value, int least, int most)
    {
        if (value < least || value > most)
        {
            modelState.AddModelError(Prefix, field, S["A number from {0:N0} to {1:N0}.", least, most]);
        }
    }

    private async Task<bool> IsAllowedAsync()
        => httpContextAccessor.HttpContext?.User is { } user && await authorizationService.AuthorizeAsync(user, CustomersPermissions.ManageCustomerSettings);
}
