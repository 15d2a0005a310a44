using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;
using OrchardCore.Customers.Api;

namespace OrchardCore.Customers.AssistedBuying;

/// <summary>Answers a storefront that is about to change something in a session. The token is all it takes.</summary>
internal sealed class AssistActionApi(IAssistedActions actions, AssistTokens tokens, IStringLocalizer<AssistActionApi> S)
{
    public async Task<IResult> TryAsync(HttpRequest request)
    {
        if (await tokens.ReadAsync(request) is not { } token)
        {
            return ApiProblems.Unknown(AssistBearer.Scheme);
        }

        if (await ApiJson.ReadAsync<AssistedActionRequest>(request) is not { } question)
        {
            return ApiProblems.Of(CustomerWriter.Refused("", S["Send JSON with a kind and a summary."]));
        }

        var answer = await actions.TryAsync(token.SessionId, question);

        return answer.Outcome switch
        {
            AssistedActionOutcome.Allowed => ApiJson.Answer(new AssistActionAnswer(answer.Action!.ActionId, answer.Action.Kind, answer.Action.Utc)),
            AssistedActionOutcome.Refused => ApiProblems.Refused(answer.Refusal!.Value.ToString(), answer.Result.Errors.First().Message.Value),
            AssistedActionOutcome.Wrong => ApiProblems.Of(answer.Result),
            AssistedActionOutcome.TooFast => ApiProblems.TooMany(answer.RetryAfter),
            _ => ApiProblems.Unknown(AssistBearer.Scheme),
        };
    }
}

/// <summary>It is allowed, and was kept.</summary>
internal sealed record AssistActionAnswer(string Id, AssistActionKind Kind, DateTime At);
