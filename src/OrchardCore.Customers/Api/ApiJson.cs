using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;

namespace OrchardCore.Customers.Api;

/// <summary>How the API writes and reads, whatever else the site has set for JSON.</summary>
internal static class ApiJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public static IResult Answer<T>(T value) => TypedResults.Json(value, Options);
}
