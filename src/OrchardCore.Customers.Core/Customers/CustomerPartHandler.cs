using System.ComponentModel.DataAnnotations;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Handlers;
using OrchardCore.Customers.Addresses;
using OrchardCore.Customers.Rules;
using OrchardCore.Customers.Shared.Sql;
using OrchardCore.Settings;
using YesSql;

namespace OrchardCore.Customers;

/// <summary>Holds the rules wherever Orchard saves a customer: its own editor, recipes, the content API, our manager.</summary>
internal sealed class CustomerPartHandler(
    ISession session,
    CustomerChecker checker,
    CustomerIdentity identity,
    CustomerAccountLink account,
    CustomerNormalizer normalizer,
    ISiteService siteService) : ContentPartHandler<CustomerPart>
{
    public override async Task CreatingAsync(CreateContentContext context, CustomerPart part)
    {
        try
        {
            // An import brings new versions of customers that there are.
            await identity.ProtectAsync(part);
            await identity.KeepAsync(part);
        }
        finally
        {
            // Orchard logs what a handler throws and goes on; a customer without number gets one when it is saved next.
            await PrepareAsync(part);
        }
    }

    public override async Task UpdatingAsync(UpdateContentContext context, CustomerPart part)
    {
        await identity.ProtectAsync(part);
        await identity.KeepAsync(part);
        await PrepareAsync(part);
    }

    /// <summary>Orchard marks an item as removed and keeps its documents; of a customer nothing stays but that the number was given.</summary>
    public override async Task RemovedAsync(RemoveContentContext context, CustomerPart part)
    {
        if (!context.NoActiveVersionLeft)
        {
            return;
        }

        var number = part.Number;
        await session.EraseItemsAsync([part.ContentItem.ContentItemId]);

        if (number is not null)
        {
            await session.SaveAsync(new RetiredCustomerNumber { Claim = CustomerClaims.OnNumber(number) });
        }
    }

    protected override async Task ValidatingAsync(ValidateContentPartContext context, CustomerPart part)
    {
        foreach (var error in await checker.CheckAsync(context.ContentItem))
        {
            context.ContentValidateResult.Fail(new ValidationResult(error.Message.Value, [error.Key]));
        }
    }

    /// <summary>What is derived from the record is written with it, so that it can't disagree.</summary>
    private async Task PrepareAsync(CustomerPart part)
    {
        var settings = await siteService.GetSettingsAsync<CustomerSettings>();
        await account.KeepAsync(part);
        await normalizer.NormalizeAsync(part);
        part.Revision += IsForTheRecord(part) ? 1 : 0;
        part.Claims = CustomerClaims.Of(part, settings);
        part.ContentItem.DisplayText = part.ContactName;
        part.Apply();
    }

    /// <summary>Who edits the record is not disturbed by an address, or by an account that comes or goes.</summary>
    private bool IsForTheRecord(CustomerPart part)
        => !account.IsChanging(part.ContentItem.ContentItemId)
            && !(part.ContentItem.Has<AddressBookPart>() && part.ContentItem.GetOrCreate<AddressBookPart>().SavedFor is not null);
}
