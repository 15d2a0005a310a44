using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Options;

namespace SampleStorefront.Assist;

/// <summary>Asks the admin, from server to server. It never throws for what the other side does: every answer is an outcome.</summary>
public sealed partial class AssistClient(HttpClient http, IOptions<AssistOptions> options, ILogger<AssistClient> logger)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>Gives the code of a browser for a token.</summary>
    /// <param name="visitor">The network address of the browser: wrong codes are counted for it.</param>
    public Task<AssistAnswer<AssistGrant>> ExchangeAsync(string code, string? visitor)
    {
        var request = Post("exchange", new { code, origin = options.Value.Origin, visitor });
        request.Headers.Authorization = new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{options.Value.Site}:{options.Value.Secret}")));

        return SendAsync<AssistGrant>(request);
    }

    /// <summary>Asks whether the session still runs.</summary>
    public Task<AssistAnswer<AssistSession>> AskAsync(string token) => SendAsync<AssistSession>(new HttpRequestMessage(HttpMethod.Get, options.Value.ApiOf("session")), token);

    /// <summary>Says what somebody is about to do; only what is allowed may be done.</summary>
    public Task<AssistAnswer<object>> TellAsync(string token, AssistAction action) => SendAsync<object>(Post("session/actions", action.Short()), token);

    /// <summary>Ends the session, if it is not over already.</summary>
    public Task<AssistAnswer<object>> EndAsync(string token) => SendAsync<object>(new HttpRequestMessage(HttpMethod.Post, options.Value.ApiOf("session/end")), token);

    /// <summary>The keys that tokens are checked with, as a JSON web key set.</summary>
    public Task<AssistAnswer<object>> FindKeysAsync() => SendAsync<object>(new HttpRequestMessage(HttpMethod.Get, options.Value.ApiOf("keys")));

    private HttpRequestMessage Post(string path, object body)
        => new(HttpMethod.Post, options.Value.ApiOf(path)) { Content = new StringContent(JsonSerializer.Serialize(body, Json), Encoding.UTF8, "application/json") };

    /// <param name="token">What the admin has given, believed or not: it may be anything.</param>
    private async Task<AssistAnswer<T>> SendAsync<T>(HttpRequestMessage request, string? token = null)
        where T : class
    {
        try
        {
            using (request)
            {
                if (token is not null)
                {
                    request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
                }

                using var response = await http.SendAsync(request);

                return await ReadAsync<T>(response);
            }
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException or JsonException or NotSupportedException or FormatException)
        {
            LogNoAnswer(request.RequestUri?.AbsolutePath, exception.Message);

            return new(AssistOutcome.Unavailable);
        }
    }

    private async Task<AssistAnswer<T>> ReadAsync<T>(HttpResponseMessage response)
        where T : class
    {
        switch (response.StatusCode)
        {
            case HttpStatusCode.OK:
                return await response.Content.ReadFromJsonAsync<T>(Json) is { } value ? new(AssistOutcome.Allowed, value) : new(AssistOutcome.Unavailable);
            case HttpStatusCode.NoContent:
                return new(AssistOutcome.Allowed);
            case HttpStatusCode.BadRequest or HttpStatusCode.Forbidden:
                return new(AssistOutcome.Refused, Text: await ReadProblemAsync(response));
            case HttpStatusCode.Unauthorized:
                return new(AssistOutcome.Unknown);
            case HttpStatusCode.TooManyRequests:
                return new(AssistOutcome.TooMany);
            default:
                LogNoAnswer(response.RequestMessage?.RequestUri?.AbsolutePath, $"{(int)response.StatusCode}");

                return new(AssistOutcome.Unavailable);
        }
    }

    /// <summary>What a problem (RFC 9457) says: what is wrong with a field, or with all of it.</summary>
    private static async Task<string?> ReadProblemAsync(HttpResponseMessage response)
    {
        var problem = await response.Content.ReadFromJsonAsync<Problem>(Json);

        return problem?.Errors?.SelectMany(error => error.Value).FirstOrDefault() ?? problem?.Detail ?? problem?.Title;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The admin gave no answer to {Path} that can be used: {Why}")]
    private partial void LogNoAnswer(string? path, string why);

    private sealed record Problem(string? Title = null, string? Detail = null, Dictionary<string, string[]>? Errors = null);
}
