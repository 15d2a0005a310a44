using System.Data.Common;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging;
using OrchardCore.Customers.Shared.Sql;
using OrchardCore.Infrastructure;
using YesSql;

namespace OrchardCore.Customers.Companies.Members;

/// <summary>Writes memberships with what follows from it: the history of the customer, and another default.</summary>
internal sealed class MembershipWriter(ISession session, MembershipHistory history, CustomerActor actor, IEnumerable<IMembershipDependent> dependents, ILogger<MembershipWriter> logger, IStringLocalizer<MembershipWriter> S)
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
            logger.LogError("The database refused to save a membership: {Kind} {Code} {SqlState}", exception.GetType().Name, exception.ErrorCode, exception.SqlState);
            await session.CancelAsync();

            return CustomerWriter.Refused(Refusal, S["The database refused to save this. Nothing was saved; try again in a moment."]);
        }
    }

    public async Task<Result> AddAsync(Membership membership)
    {
        membership.CreatedBy = actor.UserId;
        membership.Revision = 1;
        await session.SaveAsync(membership);
        await history.WriteAsync(before: null, membership);

        return Result.Success();
    }

    /// <param name="before">What it was; when it is the same now, nothing is saved.</param>
    public async Task<Result> SaveAsync(Membership membership, Membership before)
    {
        if (!IsChanged(membership, before))
        {
            return Result.Success();
        }

        membership.Revision++;
        await session.SaveAsync(membership, checkConcurrency: true);
        await history.WriteAsync(before, membership);

        return Result.Success();
    }

    public async Task<Result> ChooseDefaultAsync(IEnumerable<Membership> all, Membership chosen)
    {
        // The old one goes first: the database knows no moment with two.
        foreach (var membership in all.Where(membership => membership.IsDefault != (membership == chosen)).OrderBy(membership => membership == chosen))
        {
            var before = membership.Copy();
            membership.IsDefault = membership == chosen;
            await SaveAsync(membership, before);
        }

        return Result.Success();
    }

    /// <param name="successor">What becomes the default, if the one that goes was it.</param>
    public async Task RemoveAsync(Membership membership, Membership? successor)
    {
        await history.WriteAsync(membership.Copy(), after: null);

        foreach (var dependent in dependents)
        {
            await dependent.DetachingAsync(membership.Copy());
        }

        session.Delete(membership);

        if (membership.IsDefault && successor is not null)
        {
            await ChooseDefaultAsync([successor], successor);
        }
    }

    private static bool IsChanged(Membership now, Membership before)
        => (now.UnitId, now.Group, now.ContactType, now.IsActive, now.IsDefault, now.Billing?.ToString(), now.Shipping?.ToString())
                != (before.UnitId, before.Group, before.ContactType, before.IsActive, before.IsDefault, before.Billing?.ToString(), before.Shipping?.ToString())
            || !now.RoleIds.SequenceEqual(before.RoleIds);
}
