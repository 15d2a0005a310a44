using System.Data.Common;
using Microsoft.Extensions.Localization;
using OrchardCore.Customers.Shared;
using OrchardCore.Infrastructure;
using OrchardCore.Modules;
using YesSql;

namespace OrchardCore.Customers.Companies.Approvals;

/// <summary>Writes approvals. Of two who answer at once, the database lets one.</summary>
internal sealed class ApprovalWriter(ISession session, IClock clock, DatabaseRefusals refusals, IStringLocalizer<ApprovalWriter> S)
{
    /// <summary>Answers or ends one that waits.</summary>
    public Task<Result> DecideAsync(Approval approval, ApprovalState state, ApprovalActor actor, string? text)
    {
        Decide(approval, state, actor, text);

        return SaveAsync(approval);
    }

    /// <summary>Notes the answer, for one that is saved together with others.</summary>
    public void Decide(Approval approval, ApprovalState state, ApprovalActor actor, string? text)
    {
        approval.State = state;
        approval.DecidedUtc = clock.UtcNow;
        approval.Comments = [.. approval.Comments, new ApprovalComment { Utc = clock.UtcNow, State = state, CustomerId = actor.CustomerId, UserName = actor.UserName, Text = text }];
    }

    public async Task<Result> SaveAsync(Approval approval)
    {
        try
        {
            approval.Revision++;
            await session.SaveAsync(approval, checkConcurrency: true, collection: CustomersConstants.Collection);
            await session.FlushAsync();

            return Result.Success();
        }
        catch (ConcurrencyException)
        {
            await session.CancelAsync();

            return CustomerWriter.Refused(nameof(Approval.State), S["Somebody else answered this a moment ago."]);
        }
        catch (DbException exception)
        {
            await refusals.CancelAsync(exception, "an approval");

            return CustomerWriter.Refused("", S["The database refused to save this: perhaps somebody asked for the same a moment ago. Nothing was saved; try again."]);
        }
    }
}
