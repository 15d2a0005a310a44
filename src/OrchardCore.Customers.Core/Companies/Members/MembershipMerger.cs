using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Addresses;
using OrchardCore.Infrastructure;
using YesSql;

namespace OrchardCore.Customers.Companies.Members;

/// <summary>Gives what one customer is in companies to another one, when the two turn out to be the same person.</summary>
public interface IMembershipMerger
{
    /// <summary>
    /// Does all of it, or nothing. Where both belong to a company, the second keeps its unit, group, contact type, addresses and
    /// whether it is active; the roles of both are joined, apart from those of a membership that was disabled, which nobody gets
    /// back this way. The second's default stays the default. What was asked for to be approved, and answered, goes over. Who
    /// asks may not grant more than it may manage, here as when a customer is attached. It flushes, and is told in the history
    /// of both; the keys of errors are names of <see cref="Membership"/> properties, or empty.
    /// </summary>
    Task<Result> MergeAsync(string customerId, string intoCustomerId);
}

internal sealed class MembershipMerger(
    ISession session,
    MembershipChecker checker,
    MembershipWriter writer,
    ICustomerManager customers,
    IEnumerable<IMembershipDependent> dependents,
    IStringLocalizer<MembershipMerger> S) : IMembershipMerger
{
    public async Task<Result> MergeAsync(string customerId, string intoCustomerId)
    {
        if (customerId == intoCustomerId)
        {
            return CustomerWriter.Refused("", S["A customer can't be merged with itself."]);
        }

        // Both are kept from being deleted until all is written.
        return await writer.WriteAsync(customerId, () => writer.WriteAsync(intoCustomerId, () => MergeHeldAsync(customerId, intoCustomerId)));
    }

    private async Task<Result> MergeHeldAsync(string customerId, string intoCustomerId)
    {
        var (customer, into) = (await customers.FindAsync(customerId), await customers.FindAsync(intoCustomerId));

        if ((await checker.FindReasonAgainstManagingAsync(customer) ?? await checker.FindReasonAgainstManagingAsync(into)) is { } reason)
        {
            return CustomerWriter.Refused("", reason);
        }

        var (leaving, staying) = (await ReadAsync(customerId), await ReadAsync(intoCustomerId));

        if (leaving.Select(membership => membership.CompanyId).Union(staying.Select(membership => membership.CompanyId)).Count() > Membership.MaxPerCustomer)
        {
            return CustomerWriter.Refused("", S["A customer can belong to at most {0} companies.", Membership.MaxPerCustomer]);
        }

        var merged = new List<(Membership Joined, Membership? Stored)>();

        foreach (var membership in leaving)
        {
            var stored = staying.Find(other => other.CompanyId == membership.CompanyId);
            var joined = await JoinAsync(membership, stored, into!);
            joined.IsDefault = stored?.IsDefault ?? (staying.Count == 0 && membership.IsDefault);

            if (await checker.CheckAsync(joined, into!, stored?.Copy()) is { Count: > 0 } errors)
            {
                return Result.Failed([.. errors]);
            }

            merged.Add((joined, stored));
        }

        await LeaveAsync(leaving, customerId, intoCustomerId);

        foreach (var (joined, stored) in merged)
        {
            await SaveAsync(joined, stored);
        }

        return Result.Success();
    }

    /// <summary>What becomes of the two, or of the one there is.</summary>
    private async Task<Membership> JoinAsync(Membership leaving, Membership? staying, ContentItem into)
    {
        var joined = (staying ?? leaving).Copy();
        string[] added = staying is null || leaving.IsActive || !staying.IsActive ? leaving.RoleIds : [];
        joined.RoleIds = await checker.FindKnownAsync(joined.CompanyId, joined.RoleIds.Union(added, StringComparer.Ordinal));

        if (staying is null)
        {
            (joined.Id, joined.CustomerId) = (0, into.ContentItemId);
            (joined.Billing, joined.Shipping) = (KeepIn(into, joined.Billing), KeepIn(into, joined.Shipping));
        }

        return joined;
    }

    /// <summary>What else there is goes over before those who are told of a membership's end could end it, too.</summary>
    private async Task LeaveAsync(List<Membership> leaving, string customerId, string intoCustomerId)
    {
        foreach (var membership in leaving)
        {
            // Who changes it at the same moment is noticed by this; a deletion alone would not tell.
            membership.Revision++;
            await session.SaveAsync(membership, checkConcurrency: true);
        }

        await session.FlushAsync();
        leaving.ForEach(membership => session.Detach(membership));

        foreach (var dependent in dependents)
        {
            await dependent.MergingAsync(customerId, intoCustomerId);
        }

        // Read anew: what a session has saved, it can't delete any more.
        foreach (var membership in await ReadAsync(customerId))
        {
            await writer.RemoveAsync(membership, successor: null);
        }
    }

    private async Task SaveAsync(Membership joined, Membership? stored)
    {
        if (stored is null)
        {
            await writer.AddAsync(joined);
        }
        else
        {
            var before = stored.Copy();
            stored.RoleIds = joined.RoleIds;
            await writer.SaveAsync(stored, before);
        }
    }

    /// <summary>An address of the first customer's book is chosen further only if the second has it too.</summary>
    private static MembershipAddress? KeepIn(ContentItem into, MembershipAddress? address)
        => address is { IsOfCompany: false } && into.GetOrCreate<AddressBookPart>().Find(address.Id) is null ? null : address;

    private async Task<List<Membership>> ReadAsync(string customerId)
        => [.. await session.Query<Membership, MembershipIndex>(index => index.CustomerId == customerId).NoDuplicates().ListAsync()];
}
