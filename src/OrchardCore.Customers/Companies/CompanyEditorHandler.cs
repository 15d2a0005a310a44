using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Display.ContentDisplay;
using OrchardCore.DisplayManagement.Handlers;

namespace OrchardCore.Customers.Companies;

/// <summary>
/// Asks the rules once all parts and fields of a company or a unit have read what was posted: in our form and in Orchard's own
/// editor, which asks nobody else.
/// </summary>
internal sealed class CompanyEditorHandler(CompanyChecker companies, BusinessUnitChecker units, IStringLocalizer<CompanyEditorHandler> S) : IContentDisplayHandler
{
    public Task BuildDisplayAsync(ContentItem contentItem, BuildDisplayContext context) => Task.CompletedTask;

    public Task BuildEditorAsync(ContentItem contentItem, BuildEditorContext context) => Task.CompletedTask;

    public async Task UpdateEditorAsync(ContentItem contentItem, UpdateEditorContext context)
    {
        if (!contentItem.Has<CompanyPart>() && !contentItem.Has<BusinessUnitPart>())
        {
            return;
        }

        var modelState = context.Updater.ModelState;

        try
        {
            var errors = contentItem.Has<CompanyPart>() ? await companies.CheckAsync(contentItem) : await units.CheckAsync(contentItem);

            foreach (var error in errors)
            {
                modelState.AddModelError(error.Key, error.Message.Value);
            }
        }
        catch
        {
            // Orchard logs what a handler throws and goes on; what could not be checked is not to be saved.
            modelState.AddModelError("", S["This could not be checked. Nothing was saved; try again."]);
            throw;
        }
    }
}
