using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using OrchardCore.Customers.Shared;

namespace OrchardCore.Customers.Transfer;

/// <summary>The limits of imports and exports among Orchard's site settings.</summary>
internal sealed class TransferSettingsDisplayDriver(
    IHttpContextAccessor httpContextAccessor,
    IAuthorizationService authorizationService,
    IStringLocalizer<TransferSettingsDisplayDriver> localizer)
    : CustomersSettingsDisplayDriver<TransferSettings, TransferSettingsViewModel>(httpContextAccessor, authorizationService, localizer)
{
    protected override string SettingsGroupId => CustomersConstants.SettingsGroups.Transfer;

    protected override void Fill(TransferSettingsViewModel model, TransferSettings settings)
    {
        model.MaxFileMegabytes = settings.MaxFileMegabytes;
        model.MaxRows = settings.MaxRows;
        model.JournalDays = settings.JournalDays;
        model.ExportDays = settings.ExportDays;
    }

    protected override void Read(TransferSettingsViewModel model, TransferSettings settings, ModelStateDictionary modelState)
    {
        CheckRange(modelState, nameof(model.MaxFileMegabytes), model.MaxFileMegabytes, 1, TransferSettings.MostFileMegabytes);
        CheckRange(modelState, nameof(model.MaxRows), model.MaxRows, 1, TransferSettings.MostRows);
        CheckRange(modelState, nameof(model.JournalDays), model.JournalDays, 1, TransferSettings.MostDays);
        CheckRange(modelState, nameof(model.ExportDays), model.ExportDays, 1, TransferSettings.MostDays);

        settings.MaxFileMegabytes = model.MaxFileMegabytes;
        settings.MaxRows = model.MaxRows;
        settings.JournalDays = model.JournalDays;
        settings.ExportDays = model.ExportDays;
    }
}

/// <summary>The fields of the settings page.</summary>
public class TransferSettingsViewModel
{
    public int MaxFileMegabytes { get; set; }

    public int MaxRows { get; set; }

    public int JournalDays { get; set; }

    public int ExportDays { get; set; }
}
