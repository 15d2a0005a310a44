using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Handlers;
using OrchardCore.Customers.Rules;
using OrchardCore.Settings;

namespace OrchardCore.Customers;

/// <summary>Holds the rules wherever Orchard saves a customer: its own editor, recipes, the content API, our manager.</summary>
internal sealed class CustomerPartHandler(CustomerChecker checker, CustomerNumberSequence numbers, CustomerFields fields, ISiteService siteService)
    : ContentPartHandler<CustomerPart>
{
    public override async Task CreatingAsync(CreateContentContext context, CustomerPart part)
    {
        part.Number ??= (await numbers.TakeAsync(1))[0];
        await PrepareAsync(part);
    }

    public override Task UpdatingAsync(UpdateContentContext context, CustomerPart part) => PrepareAsync(part);

    protected override async Task ValidatingAsync(ValidateContentPartContext context, CustomerPart part)
    {
        foreach (var error in await checker.CheckAsync(context.ContentItem))
        {
            context.Fail(error.Message.Value, error.Key);
        }
    }

    /// <summary>What is derived from the record is written with it, so that it can't disagree.</summary>
    private async Task PrepareAsync(CustomerPart part)
    {
        part.Normalize(fields);
        part.Revision++;
        part.Claims = CustomerClaims.Of(part, await siteService.GetSettingsAsync<CustomerSettings>());
        part.ContentItem.DisplayText = part.ContactName;
        part.Apply();
    }
}
