using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Display.ContentDisplay;
using OrchardCore.ContentManagement.Display.Models;
using OrchardCore.Customers.Addresses;
using OrchardCore.Customers.Shared;
using OrchardCore.DisplayManagement.Views;
using OrchardCore.Mvc.ModelBinding;

namespace OrchardCore.Customers.Companies;

/// <summary>The unit's fields in the content editor, ours and Orchard's own. It binds; <see cref="CompanyEditorHandler"/> checks, and saving is the manager's.</summary>
internal sealed class BusinessUnitPartDisplayDriver(ICompanyManager companies, AddressPrinter printer, IStringLocalizer<BusinessUnitPartDisplayDriver> S) : ContentPartDisplayDriver<BusinessUnitPart>
{
    /// <summary>How many addresses one chooses among, besides those that are chosen.</summary>
    private const int MaxAddresses = 100;

    public override IDisplayResult Edit(BusinessUnitPart part, BuildPartEditorContext context)
        => Initialize<BusinessUnitPartViewModel>(GetEditorShapeType(context), async model =>
        {
            (model.Name, model.Iban, model.Bic) = (part.Name, Iban.Print(part.Iban), part.Bic);
            (model.Phone, model.Email, model.Url) = (part.Phone, part.Email, part.Url);
            (model.AddressIds, model.Revision) = (part.AddressIds, part.Revision);
            model.Addresses = await AddressesAsync(part);
        });

    public override async Task<IDisplayResult> UpdateAsync(BusinessUnitPart part, UpdatePartEditorContext context)
    {
        var modelState = context.Updater.ModelState;
        var model = new BusinessUnitPartViewModel();
        await context.Updater.TryUpdateModelAsync(model, Prefix);

        if (!modelState.ContainsKey($"{Prefix}.{nameof(model.Revision)}"))
        {
            // The site hides our fields from this editor: what is not on a page is not changed by it.
            return Edit(part, context);
        }

        if (!context.IsNew && model.Revision != part.Revision)
        {
            modelState.AddModelError(Prefix, nameof(BusinessUnitPart.Revision), S["Somebody else saved this unit after you opened the form."]);
        }

        (part.Name, part.Iban, part.Bic) = (model.Name, model.Iban, model.Bic);
        (part.Phone, part.Email, part.Url) = (model.Phone, model.Email, model.Url);
        part.AddressIds = model.AddressIds;
        part.Apply();

        return Edit(part, context);
    }

    private async Task<ChecksModel?> AddressesAsync(BusinessUnitPart part)
    {
        var company = part.CompanyId is null ? null : await companies.FindAsync(part.CompanyId);
        var book = company?.Has<AddressBookPart>() == true ? company.GetOrCreate<AddressBookPart>() : new AddressBookPart();
        bool IsChosen(CustomerAddress address) => part.AddressIds.Contains(address.Id, StringComparer.Ordinal);
        var offered = book.Addresses.Where(IsChosen).Concat(book.Addresses.Where(address => !IsChosen(address)).Take(MaxAddresses)).ToList();

        return offered.Count == 0 ? null : new ChecksModel(nameof(BusinessUnitPartViewModel.AddressIds), S["Addresses"],
            [.. offered.Select(address => new CheckOption(address.Id, printer.PrintLine(address), IsChosen(address), address.Labels.Length == 0 ? null : string.Join(", ", address.Labels)))])
        { Hint = S["Addresses of the company that this unit uses; several units may use one."] };
    }
}
