using System.Diagnostics;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Shared;
using OrchardCore.Customers.Shared.Jobs;
using OrchardCore.Infrastructure;
using YesSql;

namespace OrchardCore.Customers.Bulk;

/// <summary>
/// One step of a job, in a scope of its own: some customers and the progress are committed together, or nothing is. When
/// somebody else has changed the job meanwhile (a cancel, another node), the step fails with a
/// <see cref="ConcurrencyException"/> and nothing of it stays.
/// </summary>
internal sealed class CustomerJobStep(ISession session, JobStore<CustomerJob> store, CustomerRows rows, CustomerJobActor actor)
{
    /// <summary>A step commits what it has after that time, well before its lease is over.</summary>
    private static readonly TimeSpan MaxDuration = TimeSpan.FromSeconds(3);

    /// <summary>Does at most so many customers.</summary>
    public async Task<CustomerJobProgress> RunAsync(string id, string runner, int count)
    {
        if (await store.FindHeldAsync(id, runner) is not { } job)
        {
            return CustomerJobProgress.Over;
        }

        var customers = await actor.PrepareAsync(job) is { } problem
            ? Stop(job, problem.Value)
            : await rows.ReadAsync(job.Selection, actor.User, job.Position, job.End, count);

        if (customers.Count == 0)
        {
            job.State = job.Problem is null ? JobState.Finished : JobState.Stopped;
            await SaveAsync(job);

            return CustomerJobProgress.Over;
        }

        return await ApplyAsync(job, customers);
    }

    /// <summary>Goes past a customer whose refusal has ended the session of its step.</summary>
    public async Task<bool> PassAsync(string id, string runner, CustomerJobRefusal refusal, long position)
    {
        if (await store.FindHeldAsync(id, runner) is not { } job)
        {
            return false;
        }

        job.Position = position;
        await SaveAsync(job, [refusal]);

        return true;
    }

    private async Task<CustomerJobProgress> ApplyAsync(CustomerJob job, IReadOnlyList<ContentItem> customers)
    {
        var transaction = await SessionTransaction.BeginAsync(session);
        var started = Stopwatch.GetTimestamp();
        var refusals = new List<CustomerJobRefusal>();

        foreach (var customer in customers)
        {
            // Taken first: the action may delete the customer.
            var (position, refusal) = (customer.Id, Refuse(customer));
            var result = await TryAsync(customer);

            if (!await transaction.IsOpenAsync())
            {
                // The manager has cancelled the session: nothing that this step has done will stay.
                return new CustomerJobProgress(IsOver: false, Explain(refusal, result), position);
            }

            if (result.Succeeded)
            {
                job.Done++;
            }
            else
            {
                refusals.Add(Explain(refusal, result));
            }

            // YesSql writes what it has saved again with each flush.
            session.Detach(customer);
            job.Position = position;

            if (Stopwatch.GetElapsedTime(started) > MaxDuration)
            {
                break;
            }
        }

        await SaveAsync(job, refusals);

        return new CustomerJobProgress(IsOver: false, Position: job.Position);
    }

    private async Task<Result> TryAsync(ContentItem customer)
    {
        try
        {
            return await actor.ApplyAsync(customer);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            await session.CancelAsync();

            return actor.Explain(exception);
        }
    }

    private async Task SaveAsync(CustomerJob job, List<CustomerJobRefusal>? refusals = null)
    {
        if (refusals?.Count > 0)
        {
            await session.SaveAsync(new CustomerJobRefusals { JobId = job.JobId, First = job.Refused, Rows = refusals }, collection: CustomersConstants.Collection);
            job.Refused += refusals.Count;
        }

        job.Total = Math.Max(job.Total, job.Handled());
        await store.SaveAsync(job);
    }

    private static IReadOnlyList<ContentItem> Stop(CustomerJob job, string problem)
    {
        job.Problem = problem;

        return [];
    }

    private static CustomerJobRefusal Refuse(ContentItem customer) => new() { ContentItemId = customer.ContentItemId, Number = customer.GetOrCreate<CustomerPart>().Number };

    private static CustomerJobRefusal Explain(CustomerJobRefusal refusal, Result result)
    {
        refusal.Reason = string.Join(' ', result.Errors.Select(error => error.Message.Value));

        return refusal;
    }
}

/// <summary>What came of a step.</summary>
/// <param name="IsOver">Whether there is nothing left to do, or somebody else does it.</param>
/// <param name="Broken">The customer whose refusal ended the session, so that nothing of the step was saved.</param>
/// <param name="Position">The document id it has got to, or of that customer.</param>
internal sealed record CustomerJobProgress(bool IsOver, CustomerJobRefusal? Broken = null, long Position = 0)
{
    public static readonly CustomerJobProgress Over = new(IsOver: true);
}
