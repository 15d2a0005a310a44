using SampleStorefront.Shop;

namespace SampleStorefront.Assist;

/// <summary>The assisted session of the browser that asks, if there is one; of one request.</summary>
public sealed class Assistance(AssistClient client, AssistTokens tokens, Visitors visitors, TimeProvider clock)
{
    /// <summary>
    /// The session that the admin has said yes to in this request; <see langword="null"/> for who shops for oneself, and as long as
    /// nobody has asked. Nothing of a customer is shown but from here.
    /// </summary>
    public AssistSession? Session { get; private set; }

    /// <summary>As the admin has told it last, and as whoever sends a form has seen it; it may be over.</summary>
    public AssistSession? Last => visitors.Current.Assisted?.Session;

    /// <summary>Somebody acts for a customer, and this request does not know whether they still may.</summary>
    public bool IsUnsure => Session is null && Last is not null;

    public int MinutesLeft => Session is null ? 0 : Math.Max(0, (int)Math.Ceiling((Session.ExpiresUtc - clock.GetUtcNow().UtcDateTime).TotalMinutes));

    /// <summary>What pages offer: everything to who shops for oneself, and nothing while nobody knows.</summary>
    public bool Offers(AssistKind kind) => Session?.Offers(kind) ?? !IsUnsure;

    /// <summary>
    /// Begins the session that a code stands for, with a cart and an id of its own: nobody goes on with what was before. Sessions
    /// that nobody can use from now on are ended: the one of before, and one with a token that is not believed.
    /// </summary>
    public async Task<AssistAnswer<AssistGrant>> BeginAsync(string code, string? visitor)
    {
        var answer = await client.ExchangeAsync(code, visitor);

        if (answer is not { Outcome: AssistOutcome.Allowed, Value: { } grant })
        {
            return answer;
        }

        if (!await tokens.IsOfAsync(grant))
        {
            await client.EndAsync(grant.Token);

            return new(AssistOutcome.Unavailable);
        }

        var before = visitors.Current.Assisted;
        visitors.Begin(new Assisted(grant.Token, grant.Session));

        if (before is not null)
        {
            await client.EndAsync(before.Token);
        }

        return answer;
    }

    /// <summary>Asks whether the session still runs; one that does not is forgotten, with its cart.</summary>
    public async Task<AssistOutcome> AskAsync()
    {
        Session = null;

        if (visitors.Current.Assisted is not { } assisted)
        {
            return AssistOutcome.Allowed;
        }

        var answer = await client.AskAsync(assisted.Token);

        if (answer is { Outcome: AssistOutcome.Allowed, Value: { } session })
        {
            visitors.Current.Assisted = assisted with { Session = session };
            Session = session;
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
        Session = answer.Outcome == AssistOutcome.Allowed ? assisted.Session : null;

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
