using System.Data.Common;
using Microsoft.Extensions.Localization;
using OrchardCore.Customers.History;
using OrchardCore.Customers.Shared;
using OrchardCore.Customers.Shared.Sql;
using OrchardCore.Infrastructure;
using YesSql;

namespace OrchardCore.Customers.Companies.Members;

/// <summary>Writes memberships with what follows from it: the history of the customer, and another default.</summary>
internal sealed class MembershipWriter(ISession session, MembershipHistory history, CustomerActor actor, IEnumerable<IMembershipDependent> dependents, DatabaseRefusals refusals, IStringLocalizer<MembershipWriter> S)
{
    /// <summary>The key of the error when it is the database that refuses.</summary>
    public const string Refusal = "";

    /// <summary>Writes in a transaction that keeps the customer from being deleted meanwhile, and flushes. When the database refuses, the session is cancelled.</summary>
    public async Task<Result> WriteAsync(string customerId, Func<Task<Result>> write)
    {
        try
        {
            await session.BeginTransactionAsync();

            if (!await session.HoldCustomerAsync(customerId))
            {
                return CustomerWriter.Refused("", S["This customer was deleted meanwhile."]);
            }

            var written = await write();

            if (written.Succeeded)
            {
                await session.FlushAsync();
            }

            return written;
        }
        catch (ConcurrencyException)
        {
            await session.CancelAsync();

            return CustomerWriter.Refused(nameof(Membership.Revision), S["Somebody else changed this meanwhile."]);
        }
        catch (DbException exception)
        {
            return await refusals.CancelAsync(exception, "a membership");
        }
    }

    public async Task AddAsync(Membership membership)
    {
        membership.CreatedBy = actor.UserId;
        membership.Revision = 1;
        await session.SaveAsync(membership);
        await history.WriteAsync(new MembershipChange(Before: null, membership));
    }

    /// <param name="before">What it was; when it is the same now, nothing is saved.</param>
    public async Task SaveAsync(Membership membership, Membership before)
    {
        if (IsChanged(membership, before))
        {
            membership.Revision++;
            await session.SaveAsync(membership, checkConcurrency: true);
            await history.WriteAsync(new MembershipChange(before, membership));
        }
    }

    public async Task ChooseDefaultAsync(IEnumerable<Membership> all, Membership chosen)
    {
        // The old one goes first: the database knows no moment with two.
        foreach (var membership in all.Where(membership => membership.IsDefault != (membership == chosen)).OrderBy(membership => membership == chosen))
        {
            var before = membership.Copy();
            membership.IsDefault = membership == chosen;
            await SaveAsync(membership, before);
        }
    }

    /// <param name="successor">What becomes the default, if the one that goes was it.</param>
    public async Task RemoveAsync(Membership membership, Membership? successor)
    {
        await TellAsync(membership);
        await RemoveAsync([(membership, successor)]);
    }

    /// <summary>Deletes memberships whose dependents know it, each with what becomes the default instead.</summary>
    /// <returns>What was written into the histories and is not flushed yet.</returns>
    public async Task<IReadOnlyList<CustomerEvent>> RemoveAsync(IReadOnlyList<(Membership Leaving, Membership? Successor)> memberships)
    {
        var changes = new List<MembershipChange>();

        foreach (var (leaving, successor) in memberships)
        {
            changes.Add(new(leaving.Copy(), After: null));
            session.Delete(leaving);

            if (leaving.IsDefault && successor is not null)
            {
                var before = successor.Copy();
                successor.IsDefault = true;
                successor.Revision++;
                await session.SaveAsync(successor, checkConcurrency: true);
                changes.Add(new(before, successor));
            }
        }

        return await history.WriteAsync(changes);
    }

    /// <summary>Those who keep something of a membership hear that it goes.</summary>
    public async Task TellAsync(Membership membership)
    {
        foreach (var dependent in dependents)
        {
            await dependent.DetachingAsync(membership.Copy());
        }
    }

    private static bool IsChanged(Membership now, Membership before)
        => (now.UnitId, now.Group, now.ContactType, now.IsActive, now.IsDefault, now.Billing?.ToString(), now.Shipping?.ToString())
                != (before.UnitId, before.Group, before.ContactType, before.IsActive, before.IsDefault, before.Billing?.ToString(), before.Shipping?.ToString())
            || !now.RoleIds.SequenceEqual(before.RoleIds);
}
