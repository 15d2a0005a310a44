using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Display.ContentDisplay;
using OrchardCore.ContentManagement.Display.Models;
using OrchardCore.Customers.Shared;
using OrchardCore.DisplayManagement.Views;
using OrchardCore.Mvc.ModelBinding;

namespace OrchardCore.Customers.Companies;

/// <summary>The company's fields in the content editor, ours and Orchard's own. It binds; <see cref="CompanyEditorHandler"/> checks, and saving is the manager's.</summary>
internal sealed class CompanyPartDisplayDriver(CompanyPicker picker, IStringLocalizer<CompanyPartDisplayDriver> S) : ContentPartDisplayDriver<CompanyPart>
{
    public override IDisplayResult Edit(CompanyPart part, BuildPartEditorContext context)
        => Initialize<CompanyPartViewModel>(GetEditorShapeType(context), async model =>
        {
            (model.Name, model.LegalName, model.TaxNumber, model.RegistrationNumber, model.Website, model.Revision) = (part.Name, part.LegalName, part.TaxNumber, part.RegistrationNumber, part.Website, part.Revision);
            model.ParentCompanyId = await picker.ReadAsync(part.ParentCompanyId);
            model.ParentPicker = new(
                new FieldModel(nameof(model.ParentCompanyId), S["Belongs to"], model.ParentCompanyId) { Hint = S["The company above this one, if there is one."] },
                await picker.OfferAsync(search: null));
        });

    public override async Task<IDisplayResult> UpdateAsync(CompanyPart part, UpdatePartEditorContext context)
    {
        var modelState = context.Updater.ModelState;
        var model = new CompanyPartViewModel();
        await context.Updater.TryUpdateModelAsync(model, Prefix);

        if (!modelState.ContainsKey($"{Prefix}.{nameof(model.Revision)}"))
        {
            // The site hides our fields from this editor: what is not on a page is not changed by it.
            return Edit(part, context);
        }

        if (!context.IsNew && model.Revision != part.Revision)
        {
            modelState.AddModelError(Prefix, nameof(CompanyPart.Revision), S["Somebody else saved this company after you opened the form."]);
        }

        (part.Name, part.LegalName, part.TaxNumber, part.RegistrationNumber, part.Website) = (model.Name, model.LegalName, model.TaxNumber, model.RegistrationNumber, model.Website);
        part.ParentCompanyId = await picker.FindAsync(model.ParentCompanyId, part.ParentCompanyId, $"{Prefix}.{nameof(model.ParentCompanyId)}", modelState);
        part.Apply();

        return Edit(part, context);
    }
}
