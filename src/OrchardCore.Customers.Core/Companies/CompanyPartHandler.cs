using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Handlers;
using OrchardCore.Customers.Addresses;

namespace OrchardCore.Customers.Companies;

/// <summary>Holds the rules wherever Orchard saves a company: its own editor, recipes, the content API, our manager.</summary>
/// <param name="services">Asked late: the content manager asks this handler in turn.</param>
internal sealed class CompanyPartHandler(IServiceProvider services, CompanyChecker checker, StoredContents contents, CompanyPlaces places, CompanyStructures structures) : ContentPartHandler<CompanyPart>
{
    public override async Task CreatingAsync(CreateContentContext context, CompanyPart part)
    {
        await KeepAsync(part);
        part.HeadquartersId ??= (await services.GetRequiredService<IContentManager>().NewAsync(CustomersConstants.ContentTypes.BusinessUnit)).ContentItemId;
        await PrepareAsync(part);
    }

    /// <summary>A company has its headquarters and its first roles from the start; one that is imported anew has them already.</summary>
    public override async Task CreatedAsync(CreateContentContext context, CompanyPart part)
    {
        if (!await structures.ExistsAsync(context.ContentItem.ContentItemId))
        {
            await services.GetRequiredService<CompanyFounder>().FoundAsync(context.ContentItem);
        }
    }

    public override async Task UpdatingAsync(UpdateContentContext context, CompanyPart part)
    {
        await KeepAsync(part);
        await PrepareAsync(part);
    }

    /// <summary>Orchard marks an item as removed and keeps its documents; of a company that is gone nothing stays.</summary>
    public override Task RemovedAsync(RemoveContentContext context, CompanyPart part)
        => context.NoActiveVersionLeft ? services.GetRequiredService<CompanyEraser>().EraseCompanyAsync(context.ContentItem.ContentItemId) : Task.CompletedTask;

    protected override async Task ValidatingAsync(ValidateContentPartContext context, CompanyPart part)
    {
        foreach (var error in await checker.CheckAsync(context.ContentItem))
        {
            context.ContentValidateResult.Fail(new ValidationResult(error.Message.Value, [error.Key]));
        }
    }

    /// <summary>
    /// What only the module writes stays as it is stored, whatever an import brings. A place among the companies that somebody
    /// else made impossible meanwhile is not taken.
    /// </summary>
    private async Task KeepAsync(CompanyPart part)
    {
        var stored = (await contents.ReadAsync<CompanyIndex>(part.ContentItem.ContentItemId))[nameof(CompanyPart)];
        part.Revision = stored?[nameof(CompanyPart.Revision)]?.GetValue<int>() ?? 0;
        part.HeadquartersId = stored?[nameof(CompanyPart.HeadquartersId)]?.ToString() ?? part.HeadquartersId;
        var former = stored?[nameof(CompanyPart.ParentCompanyId)]?.ToString();

        if (await places.TouchAsync(part, former) && await checker.WhyNotUnderAsync(part.ContentItem.ContentItemId, part.ParentCompanyId!) is not null)
        {
            part.ParentCompanyId = former;
        }
    }

    /// <summary>Who edits the record is not disturbed by an address.</summary>
    private static bool IsForTheRecord(CompanyPart part) => !part.ContentItem.Has<AddressBookPart>() || part.ContentItem.GetOrCreate<AddressBookPart>().SavedFor is null;

    private static Task PrepareAsync(CompanyPart part)
    {
        CompanyChecker.Normalize(part);
        part.Revision += IsForTheRecord(part) ? 1 : 0;
        part.ContentItem.DisplayText = part.Name;
        part.Apply();

        return Task.CompletedTask;
    }
}
