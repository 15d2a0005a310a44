using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Customers.Tests.Shared;
using Platform.Tests.Hosting;

namespace OrchardCore.Customers.Tests.Authorization;

/// <summary>A way by which somebody outside can reach code of the module, as the site itself has mapped it.</summary>
/// <param name="Name">What is reached: <c>Customers.Edit</c> for a controller's method, else the name of the endpoint's own.</param>
internal sealed record ModuleRoute(string Name, string Method, RoutePattern Pattern)
{
    public override string ToString() => $"{Method} {Pattern.RawText} ({Name})";

    /// <summary>All of them, on whatever pattern, those that Orchard maps by the names of controllers among them.</summary>
    public static async Task<List<ModuleRoute>> FindAsync(TestSite site)
    {
        // A site maps its routes when it is asked for the first time.
        using var client = site.NewClient();
        using var response = await client.GetAsync("/");

        return await site.InScopeAsync(services => Task.FromResult(
            services.GetRequiredService<EndpointDataSource>().Endpoints
                .OfType<RouteEndpoint>()
                .Where(endpoint => endpoint.Metadata.GetMetadata<ISuppressMatchingMetadata>() is not { SuppressMatching: true } && IsOurs(HandlerOf(endpoint)))
                .SelectMany(endpoint => MethodsOf(endpoint), (endpoint, method) => new ModuleRoute(NameOf(HandlerOf(endpoint)!), method, endpoint.RoutePattern))
                .ToList()));
    }

    /// <summary>The address with these values; what the pattern has no place for comes behind it.</summary>
    public string PathWith(IReadOnlyDictionary<string, string> values)
    {
        var left = new Dictionary<string, string>(values, StringComparer.OrdinalIgnoreCase);
        var segments = new List<string>();

        foreach (var segment in Pattern.PathSegments)
        {
            var text = string.Concat(segment.Parts.Select(part => part switch
            {
                RoutePatternLiteralPart literal => literal.Content,
                RoutePatternSeparatorPart separator => separator.Content,
                RoutePatternParameterPart parameter => ValueOf(parameter, left),
                _ => "",
            }));

            if (text.Length > 0)
            {
                segments.Add(text);
            }
        }

        return "/" + string.Join('/', segments) + QueryString.Create(left.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value)));
    }

    /// <summary>Asks for it, or posts it with a token that the user was given.</summary>
    public Task<SitePage> CallAsync(SiteUser user, IReadOnlyDictionary<string, string> values, string token, params IEnumerable<(string Name, string Value)> fields)
        => Method == "GET" ? user.GetAsync(PathWith(values)) : user.PostAsync(PathWith(values), [(Answers.TokenName, token), .. fields]);

    private string ValueOf(RoutePatternParameterPart parameter, Dictionary<string, string> values)
    {
        if (Pattern.RequiredValues.TryGetValue(parameter.Name, out var required) && required is string { Length: > 0 } name)
        {
            return name;
        }

        return values.Remove(parameter.Name, out var value) ? Uri.EscapeDataString(value) : parameter.Default?.ToString() ?? "";
    }

    private static MethodInfo? HandlerOf(Endpoint endpoint)
        => endpoint.Metadata.GetMetadata<ControllerActionDescriptor>()?.MethodInfo ?? endpoint.Metadata.GetMetadata<MethodInfo>();

    private static bool IsOurs(MethodInfo? handler)
        => handler?.DeclaringType?.Assembly.GetName().Name is { } assembly && assembly.StartsWith("OrchardCore.Customers", StringComparison.Ordinal) && !assembly.EndsWith(".Tests", StringComparison.Ordinal);

    private static string NameOf(MethodInfo handler) => $"{handler.DeclaringType!.Name.Replace("Controller", "", StringComparison.Ordinal)}.{handler.Name}";

    /// <summary>An endpoint that names no method answers to all of them.</summary>
    private static IEnumerable<string> MethodsOf(RouteEndpoint endpoint)
        => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is { Count: > 0 } methods ? methods : ["GET", "POST"];
}
