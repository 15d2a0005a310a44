using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Handlers;
using OrchardCore.Customers.Shared.Sql;
using YesSql;

namespace OrchardCore.Customers.Companies;

/// <summary>Holds the rules wherever Orchard saves a business unit: its own editor, recipes, the content API, our manager.</summary>
internal sealed class BusinessUnitPartHandler(
    ISession session,
    BusinessUnitChecker checker,
    BusinessUnitPlaces places,
    StoredContents contents,
    CompanyStructures structures) : ContentPartHandler<BusinessUnitPart>
{
    public override Task CreatingAsync(CreateContentContext context, BusinessUnitPart part) => PrepareAsync(part);

    public override Task UpdatingAsync(UpdateContentContext context, BusinessUnitPart part) => PrepareAsync(part);

    /// <summary>The units below one that goes move one level up. Orchard marks an item as removed and keeps its documents; of a unit that is gone nothing stays.</summary>
    public override async Task RemovedAsync(RemoveContentContext context, BusinessUnitPart part)
    {
        if (!context.NoActiveVersionLeft)
        {
            return;
        }

        var id = part.ContentItem.ContentItemId;
        await structures.TouchAsync(part.CompanyId ?? "");

        foreach (var child in await session.Query<ContentItem, BusinessUnitIndex>(index => index.ParentUnitId == id).NoDuplicates().ListAsync())
        {
            child.Alter<BusinessUnitPart>(below =>
            {
                below.ParentUnitId = part.ParentUnitId;
                below.Revision++;
            });

            await session.SaveAsync(child, checkConcurrency: true);
        }

        await session.EraseItemsAsync([id]);
    }

    protected override async Task ValidatingAsync(ValidateContentPartContext context, BusinessUnitPart part)
    {
        foreach (var error in await checker.CheckAsync(context.ContentItem))
        {
            context.ContentValidateResult.Fail(new ValidationResult(error.Message.Value, [error.Key]));
        }
    }

    private async Task PrepareAsync(BusinessUnitPart part)
    {
        var id = part.ContentItem.ContentItemId;
        var stored = (await contents.ReadAsync<BusinessUnitIndex>(id))[nameof(BusinessUnitPart)];
        BusinessUnitChecker.Normalize(part);
        part.CompanyId = Text(stored, nameof(part.CompanyId)) ?? part.CompanyId;
        part.Revision = (stored?[nameof(part.Revision)]?.GetValue<int>() ?? 0) + 1;

        if (stored is null || Text(stored, nameof(part.ParentUnitId)) != part.ParentUnitId)
        {
            await structures.TouchAsync(part.CompanyId ?? "");
            await SettleAsync(part, stored);
        }

        part.ContentItem.DisplayText = part.Name;
        part.Apply();
    }

    /// <summary>A place that somebody else made impossible meanwhile is not taken.</summary>
    private async Task SettleAsync(BusinessUnitPart part, JsonNode? stored)
    {
        var id = part.ContentItem.ContentItemId;
        var company = (await contents.ReadAsync<CompanyIndex>(part.CompanyId ?? ""))[nameof(CompanyPart)];
        var headquartersId = Text(company, nameof(CompanyPart.HeadquartersId));

        // While a company is created, its headquarters comes before the company can be read.
        if (company is not null && await places.WhyNotAsync(id, part.CompanyId!, headquartersId, part.ParentUnitId) is not null)
        {
            part.ParentUnitId = id == headquartersId ? null : Text(stored, nameof(part.ParentUnitId)) ?? headquartersId;
        }
    }

    private static string? Text(JsonNode? part, string name) => part?[name]?.ToString() is { Length: > 0 } text ? text : null;
}
