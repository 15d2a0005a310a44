using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;
using OrchardCore.Customers.Api;
using OrchardCore.Infrastructure;

namespace OrchardCore.Customers.AssistedBuying;

/// <summary>Gives a storefront a token for the code that somebody's browser has brought.</summary>
internal sealed class AssistExchangeApi(StorefrontClients clients, IAssistedBuyingService assist, AssistKeys keys, AssistTokens tokens, AssistAnswers answers, IStringLocalizer<AssistExchangeApi> S)
{
    public async Task<IResult> ExchangeAsync(HttpRequest request)
    {
        if (await ApiJson.ReadAsync<AssistQuestion>(request) is not { } question)
        {
            return ApiProblems.Of(CustomerWriter.Refused("", S["Send JSON with a code and an origin."]));
        }

        var (site, refusal) = await clients.FindAsync(request, question);

        if (site is null)
        {
            return refusal!;
        }

        // It may have to be made, by another session of the database than the one that writes below.
        var key = await keys.FindSigningAsync();
        var (result, visit) = await assist.ExchangeAsync(site, question.Code, question.Origin);

        if (visit is null)
        {
            return ApiProblems.Of(NamedAsSent(result));
        }

        await clients.ForgiveAsync();

        return ApiJson.Answer(answers.Of(visit, tokens.Write(visit.Session, key)));
    }

    /// <summary>In the address it is called otherwise, among whatever else the shop has there.</summary>
    private static Result NamedAsSent(Result result)
        => Result.Failed([.. result.Errors.Select(error => new ResultError { Key = nameof(AssistQuestion.Code), Message = error.Message })]);
}

/// <summary>What a storefront sends.</summary>
internal sealed class AssistQuestion
{
    public string? Code { get; set; }

    /// <summary>Where the storefront has got the code.</summary>
    public string? Origin { get; set; }

    /// <summary>The network address of who has brought it.</summary>
    public string? Visitor { get; set; }
}
