using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using OrchardCore.Infrastructure;

namespace OrchardCore.Customers.Api;

/// <summary>What the API answers when it can't do what it was asked for: problem details (RFC 9457).</summary>
internal static class ApiProblems
{
    /// <summary>Who asks is not known, or may not.</summary>
    public static readonly IResult Refusal = new RefusedByScheme();

    /// <summary>What is wrong, by the names of the fields as the API has them; an error without a key is about all of it.</summary>
    public static IResult Of(Result result) => TypedResults.ValidationProblem(result.Errors
        .GroupBy(error => NameOf(error.Key))
        .ToDictionary(errors => errors.Key, errors => errors.Select(error => error.Message.Value).ToArray(), StringComparer.Ordinal));

    /// <summary>It does not exist, or is out of scope: nobody can tell which.</summary>
    public static IResult NotFound(string detail) => TypedResults.Problem(detail, statusCode: StatusCodes.Status404NotFound);

    /// <summary>Whatever proof was shown, it is of no use (any more).</summary>
    /// <param name="scheme">How a proof is shown, e.g. <c>Basic</c>.</param>
    public static IResult Unknown(string scheme) => new WithHeader(StatusCodes.Status401Unauthorized, "WWW-Authenticate", $"{scheme} realm=\"{CustomersConstants.Features.Api}\"");

    /// <summary>It is known who asks, and this may not be done.</summary>
    /// <param name="code">Why, for programs: it doesn't change.</param>
    /// <param name="detail">The same in words.</param>
    public static IResult Refused(string code, string detail)
        => TypedResults.Problem(detail, statusCode: StatusCodes.Status403Forbidden, extensions: new Dictionary<string, object?> { ["code"] = code });

    /// <summary>Too many of the same came, or failed: it may be tried again later.</summary>
    public static IResult TooMany(TimeSpan wait)
        => new WithHeader(StatusCodes.Status429TooManyRequests, "Retry-After", Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture));

    /// <summary>As in JSON: <c>CustomerPart.Email</c> becomes <c>customerPart.email</c>.</summary>
    private static string NameOf(string? key) => string.Join('.', (key ?? "").Split('.').Select(JsonNamingPolicy.CamelCase.ConvertName));

    private sealed class WithHeader(int status, string name, string value) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.Headers[name] = value;

            return TypedResults.Problem(statusCode: status).ExecuteAsync(httpContext);
        }
    }

    private sealed class RefusedByScheme : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            var isKnown = httpContext.User.Identity?.IsAuthenticated == true;
            await (isKnown ? httpContext.ForbidAsync(ApiEndpoints.Scheme) : httpContext.ChallengeAsync(ApiEndpoints.Scheme));

            if (!httpContext.Response.HasStarted)
            {
                await TypedResults.Problem(statusCode: isKnown ? StatusCodes.Status403Forbidden : StatusCodes.Status401Unauthorized).ExecuteAsync(httpContext);
            }
        }
    }
}
