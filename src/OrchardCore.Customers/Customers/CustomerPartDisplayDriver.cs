using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Display.ContentDisplay;
using OrchardCore.ContentManagement.Display.Models;
using OrchardCore.Customers.Addresses;
using OrchardCore.Customers.ManagedBy;
using OrchardCore.Customers.Shared;
using OrchardCore.DisplayManagement.Views;
using OrchardCore.Mvc.ModelBinding;

namespace OrchardCore.Customers;

/// <summary>The customer's fields in the content editor, ours and Orchard's own. It binds; <see cref="CustomerEditorHandler"/> checks, and saving is the manager's.</summary>
internal sealed class CustomerPartDisplayDriver(
    CustomerFormReader reader,
    CustomerFormWriter writer,
    CustomerOrigins origins,
    ManagedByField managedBy,
    AddressFieldsBuilder addressFields,
    IStringLocalizer<CustomerPartDisplayDriver> S) : ContentPartDisplayDriver<CustomerPart>
{
    public override IDisplayResult Edit(CustomerPart part, BuildPartEditorContext context)
        => Initialize<CustomerPartViewModel>(GetEditorShapeType(context), async model =>
        {
            await reader.ReadAsync(part, model);
            model.BusinessAddress = addressFields.Build($"{nameof(model.Business)}.{nameof(model.Business.Address)}", model.Business.Address);
            model.ManagerPicker = await managedBy.DrawAsync(part, nameof(model.ManagedBy));
            model.Context = await reader.DescribeAsync(part, context.IsNew);
        });

    public override async Task<IDisplayResult> UpdateAsync(CustomerPart part, UpdatePartEditorContext context)
    {
        var modelState = context.Updater.ModelState;
        var model = new CustomerPartViewModel();
        origins.Remember(part.ContentItem);

        await context.Updater.TryUpdateModelAsync(model, Prefix);
        modelState.MendSwitches(Prefix, nameof(model.OnHold), nameof(model.IsBusiness));

        if (!modelState.ContainsKey($"{Prefix}.{nameof(model.Revision)}"))
        {
            // The site hides our fields from this editor: what is not on a page is not changed by it.
            return Edit(part, context);
        }

        if (!context.IsNew && model.Revision != part.Revision)
        {
            modelState.AddModelError(Prefix, nameof(CustomerPart.Revision), S["Somebody else saved this customer after you opened the form."]);
        }

        if (model.Business.Address.Redraw)
        {
            modelState.AddModelError("", S["The form was drawn anew and nothing was saved. Go on, then save."]);
        }

        ForgetRows(modelState);
        await writer.WriteAsync(model, part, context.IsNew, modelState);
        await managedBy.WriteAsync(model.ManagedBy, part, $"{Prefix}.{nameof(model.ManagedBy)}", modelState);
        part.Apply();

        return Edit(part, context);
    }

    /// <summary>Empty rows of references are left out, so that a row may come back under another number than it was posted with.</summary>
    private void ForgetRows(ModelStateDictionary modelState)
    {
        foreach (var key in modelState.Keys.Where(key => key.StartsWith($"{Prefix}.{nameof(CustomerPart.References)}[", StringComparison.Ordinal)).ToList())
        {
            modelState.Remove(key);
        }
    }
}
