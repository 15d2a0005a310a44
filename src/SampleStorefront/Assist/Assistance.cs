using SampleStorefront.Shop;

namespace SampleStorefront.Assist;

/// <summary>The assisted session of the browser that asks, if there is one; of one request.</summary>
public sealed class Assistance(AssistClient client, AssistTokens tokens, Visitors visitors, TimeProvider clock)
{
    /// <summary>As the admin has told it last; <see langword="null"/> for who shops for oneself.</summary>
    public AssistSession? Session => visitors.Current.Assisted?.Session;

    public int MinutesLeft => Session is null ? 0 : Math.Max(0, (int)Math.Ceiling((Session.ExpiresUtc - clock.GetUtcNow().UtcDateTime).TotalMinutes));

    /// <summary>What pages offer: everything to who shops for oneself.</summary>
    public bool Offers(AssistKind kind) => Session?.Offers(kind) ?? true;

    /// <summary>Begins the session that a code stands for, with a cart and an id of its own: nobody goes on with what was before.</summary>
    public async Task<AssistAnswer<AssistGrant>> BeginAsync(string code, string? visitor)
    {
        var answer = await client.ExchangeAsync(code, visitor);

        if (answer is not { Outcome: AssistOutcome.Allowed, Value: { } grant })
        {
            return answer;
        }

        if (!await tokens.IsOfAsync(grant))
        {
            return new(AssistOutcome.Unavailable);
        }

        visitors.Begin(new Assisted(grant.Token, grant.Session));

        return answer;
    }

    /// <summary>Asks whether the session still runs; one that does not is forgotten, with its cart.</summary>
    public async Task<AssistOutcome> AskAsync()
    {
        if (visitors.Current.Assisted is not { } assisted)
        {
            return AssistOutcome.Allowed;
        }

        var answer = await client.AskAsync(assisted.Token);

        if (answer is { Outcome: AssistOutcome.Allowed, Value: { } session })
        {
            visitors.Current.Assisted = assisted with { Session = session };
        }

        return Keep(answer.Outcome);
    }

    /// <summary>Asks before something is changed, which is recorded with it. Who shops for oneself needs not ask.</summary>
    public async Task<AssistAnswer<object>> TellAsync(AssistAction action)
    {
        if (visitors.Current.Assisted is not { } assisted)
        {
            return new(AssistOutcome.Allowed);
        }

        var answer = await client.TellAsync(assisted.Token, action);

        return answer with { Outcome = Keep(answer.Outcome) };
    }

    /// <summary>Ends the session, here in any case.</summary>
    public async Task<AssistOutcome> EndAsync()
    {
        var assisted = visitors.Current.Assisted;
        visitors.Forget();

        return assisted is null ? AssistOutcome.Allowed : (await client.EndAsync(assisted.Token)).Outcome;
    }

    private AssistOutcome Keep(AssistOutcome outcome)
    {
        if (outcome == AssistOutcome.Unknown)
        {
            visitors.Forget();
        }

        return outcome;
    }
}
