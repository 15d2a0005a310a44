using OrchardCore.ContentManagement;
using YesSql;

namespace OrchardCore.Customers;

/// <summary>What a customer is known by for good: its number and its custom id.</summary>
internal sealed class CustomerIdentity(ISession session, CustomerNumberSequence numbers)
{
    /// <summary>New customers get what they did not bring: the next numbers, and the content item id as the id.</summary>
    public async Task GiveAsync(IReadOnlyList<ContentItem> customers)
    {
        var unnumbered = customers.Where(customer => customer.GetOrCreate<CustomerPart>().Number is null).ToList();

        foreach (var (customer, number) in unnumbered.Zip(unnumbered.Count > 0 ? await numbers.TakeAsync(unnumbered.Count) : []))
        {
            customer.Alter<CustomerPart>(part => part.Number = number);
        }

        foreach (var customer in customers)
        {
            customer.Alter<CustomerPart>(part => part.CustomId ??= customer.ContentItemId);
        }
    }

    /// <inheritdoc cref="GiveAsync(IReadOnlyList{ContentItem})"/>
    public async Task GiveAsync(CustomerPart part)
    {
        part.CustomId ??= part.ContentItem.ContentItemId;
        part.Number ??= (await numbers.TakeAsync(1))[0];
    }

    /// <summary>A saved customer has the number and the id it had, whatever an import or another editor made of them.</summary>
    public async Task KeepAsync(CustomerPart part)
    {
        if (part.Number is not null && IsClaimed(part, CustomerClaims.OnNumber(part.Number))
            && part.CustomId is not null && IsClaimed(part, CustomerClaims.OnCustomId(part.CustomId)))
        {
            return;
        }

        var id = part.ContentItem.ContentItemId;
        var row = await session.QueryIndex<CustomerIndex>(index => index.ContentItemId == id).FirstOrDefaultAsync();
        part.Number = Kept(row?.Number) ?? part.Number;
        part.CustomId = Kept(row?.CustomId) ?? part.CustomId;

        await GiveAsync(part);
    }

    private static string? Kept(string? stored) => string.IsNullOrEmpty(stored) ? null : stored;

    private static bool IsClaimed(CustomerPart part, string claim) => part.Claims.Contains(claim, StringComparer.Ordinal);
}
