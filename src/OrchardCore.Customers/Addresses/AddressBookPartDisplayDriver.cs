using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Display.ContentDisplay;
using OrchardCore.ContentManagement.Display.Models;
using OrchardCore.Customers.Shared;
using OrchardCore.DisplayManagement.Views;

namespace OrchardCore.Customers.Addresses;

/// <summary>
/// Ship To and Bill To in the content editor, ours and Orchard's own: the fields of the addresses that the book's
/// <see cref="AddressBookPart.ShippingId"/> and <see cref="AddressBookPart.BillingId"/> name, and which those are. It binds;
/// the rules check, and saving is the manager's.
/// </summary>
internal sealed class AddressBookPartDisplayDriver(
    CountryDirectory countries,
    AddressFieldsBuilder fields,
    AddressCards cards,
    AddressConflicts conflicts,
    IHttpContextAccessor httpContextAccessor,
    IStringLocalizer<AddressBookPartDisplayDriver> S) : ContentPartDisplayDriver<AddressBookPart>
{
    private const string ShipTo = nameof(AddressBookPartViewModel.ShipTo);
    private const string BillTo = nameof(AddressBookPartViewModel.BillTo);

    public override IDisplayResult Edit(AddressBookPart part, BuildPartEditorContext context) => Show(part, Read(part), context, []);

    public override async Task<IDisplayResult> UpdateAsync(AddressBookPart part, UpdatePartEditorContext context)
    {
        var model = Read(part);
        await context.Updater.TryUpdateModelAsync(model, Prefix);

        var modelState = context.Updater.ModelState;
        modelState.MendSwitches(Prefix, nameof(model.UseShipTo));
        var found = new Dictionary<string, AddressConflict>(StringComparer.Ordinal);

        if (model.CopyShipTo)
        {
            CopyShipTo(model, modelState);
        }

        if (model.CopyShipTo || model.ShipTo.Redraw || model.BillTo.Redraw)
        {
            modelState.AddModelError("", S["The form was drawn anew and nothing was saved. Go on, then save."]);

            return Show(part, model, context, found);
        }

        part.ShippingId = WriteOrChoose(part, model.ShipTo, ShipTo, model.ShippingId, part.ShippingId, modelState, found);

        if (model.UseShipTo)
        {
            part.BillingId = part.ShippingId;
        }
        else
        {
            WriteBillTo(part, model, modelState, found);
        }

        part.DefaultId = part.Find(model.DefaultId)?.Id ?? part.DefaultId;
        part.Settle();
        part.Apply();

        return Show(part, model, context, found);
    }

    private void WriteBillTo(AddressBookPart part, AddressBookPartViewModel model, ModelStateDictionary modelState, Dictionary<string, AddressConflict> found)
    {
        var hasShipTo = part.Addresses.Length > 0;
        part.BillingId = WriteOrChoose(part, model.BillTo, BillTo, model.BillingId, part.BillingId, modelState, found);

        if (!hasShipTo && part.Addresses.Length > 0)
        {
            modelState.AddModelError($"{Prefix}.{ShipTo}.{nameof(PostalAddress.Line1)}", S["Enter the Ship To address too, or this one only."]);
        }
        else if (model.BillTo.IsBlank() && part.BillingId == part.ShippingId && part.ShippingId is not null)
        {
            modelState.AddModelError($"{Prefix}.{BillTo}.{nameof(PostalAddress.Line1)}", S["Enter the Bill To address, or use the Ship To address."]);
        }
    }

    /// <summary>Writes the fields, and tells which address is meant: another one that was chosen, or a new one; else it stays as it is.</summary>
    private string? WriteOrChoose(AddressBookPart part, AddressInput input, string name, string? chosenId, string? storedId, ModelStateDictionary modelState, Dictionary<string, AddressConflict> found)
    {
        var written = Write(part, input, name, modelState, found);
        var isChosen = chosenId != input.Id && chosenId != storedId && part.Find(chosenId) is not null;

        return isChosen ? chosenId : string.IsNullOrEmpty(input.Id) && written is not null ? written : storedId;
    }

    /// <summary>Writes the fields into the address they were drawn for, or into a new one.</summary>
    /// <returns>Its id; <see langword="null"/> when there is none.</returns>
    private string? Write(AddressBookPart part, AddressInput input, string name, ModelStateDictionary modelState, Dictionary<string, AddressConflict> found)
    {
        var stored = part.Find(input.Id);
        var typed = input.ToAddress(stored, countries);

        if (stored is not null && stored.Says(typed) && stored.IsUnchecked == typed.IsUnchecked)
        {
            return stored.Id;
        }

        if (!string.IsNullOrEmpty(input.Id) && (stored is null || stored.Revision != input.Revision))
        {
            var prefix = $"{Prefix}.{name}";
            modelState.AddModelError($"{prefix}.{nameof(AddressInput.Revision)}", S["Somebody else changed or deleted this address after you had opened the form."]);
            found[name] = conflicts.Compare(stored, typed, prefix, modelState);
            modelState.SetModelValue($"{prefix}.{nameof(AddressInput.Id)}", stored?.Id, stored?.Id);

            return stored?.Id;
        }

        if (stored is not null)
        {
            part.Replace(typed);

            return typed.Id;
        }

        if (input.IsBlank())
        {
            return null;
        }

        part.Add(typed);

        return typed.Id;
    }

    private void CopyShipTo(AddressBookPartViewModel model, ModelStateDictionary modelState)
    {
        model.UseShipTo = false;
        modelState.Remove($"{Prefix}.{nameof(model.UseShipTo)}");
        model.ShipTo.CopyTo(model.BillTo);

        foreach (var field in AddressFields.All)
        {
            modelState.Remove($"{Prefix}.{BillTo}.{field.Name}");
        }
    }

    private static AddressBookPartViewModel Read(AddressBookPart part)
    {
        var shipTo = part.Find(part.ShippingId);
        var isOne = part.BillingId == part.ShippingId;

        return new AddressBookPartViewModel
        {
            ShipTo = AddressInput.From(shipTo),
            BillTo = isOne ? new AddressInput { Country = shipTo?.Country } : AddressInput.From(part.Find(part.BillingId)),
            UseShipTo = isOne,
            ShippingId = part.ShippingId,
            BillingId = part.BillingId,
            DefaultId = part.DefaultId,
        };
    }

    private ShapeResult Show(AddressBookPart part, AddressBookPartViewModel posted, BuildPartEditorContext context, Dictionary<string, AddressConflict> found)
        => Initialize<AddressBookPartViewModel>(GetEditorShapeType(context), async model =>
        {
            var (user, owner) = (httpContextAccessor.HttpContext?.User ?? new ClaimsPrincipal(), part.ContentItem.ContentType);
            model.ShipTo = posted.ShipTo;
            model.BillTo = posted.BillTo;
            model.UseShipTo = posted.UseShipTo;
            model.ShippingId = posted.ShippingId;
            model.BillingId = posted.BillingId;
            model.DefaultId = posted.DefaultId;
            model.Options = part.Addresses.Count(address => address.Revision > 0) > 1 ? cards.Options(part) : [];
            model.ShipToSection = new(await fields.BuildAsync(ShipTo, posted.ShipTo, owner, user), posted.ShipTo, found.GetValueOrDefault(ShipTo));
            model.BillToSection = new(await fields.BuildAsync(BillTo, posted.BillTo, owner, user), posted.BillTo, found.GetValueOrDefault(BillTo));
        });
}
