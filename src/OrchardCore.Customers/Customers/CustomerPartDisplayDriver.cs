using System.Globalization;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Display.ContentDisplay;
using OrchardCore.ContentManagement.Display.Models;
using OrchardCore.DisplayManagement.Views;
using OrchardCore.Mvc.ModelBinding;
using OrchardCore.Settings;

namespace OrchardCore.Customers;

/// <summary>The customer's fields in the content editor, ours and Orchard's own. It binds; <see cref="CustomerEditorHandler"/> checks, and saving is the manager's.</summary>
internal sealed class CustomerPartDisplayDriver(
    CustomerFields fields,
    ISiteService siteService,
    IStringLocalizer<CustomerPartDisplayDriver> S) : ContentPartDisplayDriver<CustomerPart>
{
    private const string DateFormat = "yyyy-MM-dd";

    public override IDisplayResult Edit(CustomerPart part, BuildPartEditorContext context)
        => Initialize<CustomerPartViewModel>(GetEditorShapeType(context), async model =>
        {
            Read(part, model);
            model.Number = part.Number;
            model.Settings = await siteService.GetSettingsAsync<CustomerSettings>();
            model.Fields = fields;
        });

    public override async Task<IDisplayResult> UpdateAsync(CustomerPart part, UpdatePartEditorContext context)
    {
        var modelState = context.Updater.ModelState;
        var model = new CustomerPartViewModel();
        Read(part, model);

        await context.Updater.TryUpdateModelAsync(model, Prefix);

        if (!context.IsNew && model.Revision != part.Revision)
        {
            modelState.AddModelError(Prefix, nameof(CustomerPart.Revision), S["Somebody else saved this customer after you opened the form."]);
        }

        if (!TryReadDate(model.DateOfBirth, out var dateOfBirth))
        {
            modelState.AddModelError(Prefix, nameof(CustomerPart.DateOfBirth), S["This is no date. Enter year, month and day, like 1984-05-23."]);
        }

        Write(model, dateOfBirth, part);
        part.Apply();

        return Edit(part, context);
    }

    private static void Read(CustomerPart part, CustomerPartViewModel model)
    {
        model.Title = part.Title;
        model.FirstName = part.FirstName;
        model.MiddleName = part.MiddleName;
        model.LastName = part.LastName;
        model.ContactName = part.ContactName;
        model.Company = part.Company;
        model.Email = part.Email;
        model.Phone = part.Phone;
        model.DateOfBirth = part.DateOfBirth?.ToString(DateFormat, CultureInfo.InvariantCulture);
        model.Gender = part.Gender;
        model.Status = part.Status;
        model.Revision = part.Revision;
    }

    private static void Write(CustomerPartViewModel model, DateOnly? dateOfBirth, CustomerPart part)
    {
        part.Title = model.Title;
        part.FirstName = model.FirstName;
        part.MiddleName = model.MiddleName;
        part.LastName = model.LastName;
        part.ContactName = model.ContactName;
        part.Company = model.Company;
        part.Email = model.Email;
        part.Phone = model.Phone;
        part.DateOfBirth = dateOfBirth;
        part.Gender = model.Gender;
        part.Status = model.Status;
    }

    private static bool TryReadDate(string? text, out DateOnly? date)
    {
        var isDate = DateOnly.TryParseExact(text?.Trim(), DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var parsed);
        date = isDate ? parsed : null;

        return isDate || string.IsNullOrWhiteSpace(text);
    }
}
