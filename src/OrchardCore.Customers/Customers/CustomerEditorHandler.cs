using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Display.ContentDisplay;
using OrchardCore.Customers.Rules;
using OrchardCore.DisplayManagement.Handlers;

namespace OrchardCore.Customers;

/// <summary>
/// Asks the rules once all parts and fields of a customer have read what was posted: in our form and in Orchard's own
/// editor, which asks nobody else.
/// </summary>
internal sealed class CustomerEditorHandler(CustomerChecker checker, IStringLocalizer<CustomerEditorHandler> S) : IContentDisplayHandler
{
    public Task BuildDisplayAsync(ContentItem contentItem, BuildDisplayContext context) => Task.CompletedTask;

    public Task BuildEditorAsync(ContentItem contentItem, BuildEditorContext context) => Task.CompletedTask;

    public async Task UpdateEditorAsync(ContentItem contentItem, UpdateEditorContext context)
    {
        if (!contentItem.Has<CustomerPart>())
        {
            return;
        }

        var modelState = context.Updater.ModelState;

        try
        {
            foreach (var error in await checker.CheckAsync(contentItem))
            {
                modelState.AddModelError(error.Key, error.Message.Value);
            }
        }
        catch
        {
            // Orchard logs what a handler throws and goes on; a customer that could not be checked is not to be saved.
            modelState.AddModelError("", S["The customer could not be checked. Nothing was saved; try again."]);
            throw;
        }
    }
}
