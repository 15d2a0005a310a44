using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using OrchardCore.Admin;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Modules;

namespace OrchardCore.Settings;

/// <summary>The pages of the settings.</summary>
[Area("OrchardCore.Settings"), Feature("OrchardCore.Settings")]
internal sealed class AdminController(SettingsEditor editor, IAuthorizationService authorizationService, INotifier notifier, IHtmlLocalizer<AdminController> H) : Controller
{
    [Admin("Settings/{groupId}", "AdminSettings")]
    public async Task<IActionResult> Index(string groupId)
    {
        if (!await IsAllowedAsync(groupId))
        {
            return Forbid();
        }

        var shape = await editor.BuildAsync(groupId);

        return shape.IsEmpty ? NotFound() : View(shape);
    }

    [HttpPost, ActionName(nameof(Index))]
    [Admin("Settings/{groupId}", "AdminSettings")]
    public async Task<IActionResult> IndexPost(string groupId)
    {
        if (!await IsAllowedAsync(groupId))
        {
            return Forbid();
        }

        var shape = await editor.UpdateAsync(groupId);

        if (shape.IsEmpty || !ModelState.IsValid)
        {
            return shape.IsEmpty ? NotFound() : View(shape);
        }

        await notifier.SuccessAsync(H["Site settings updated successfully."]);

        return RedirectToAction(nameof(Index), new { groupId });
    }

    private Task<bool> IsAllowedAsync(string groupId) => authorizationService.AuthorizeAsync(User, SettingsPermissions.ManageGroupSettings, (object)groupId);
}
