using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using OrchardCore.Customers.Bench.Data;
using Platform.Tests.Hosting;

namespace OrchardCore.Customers.Bench.Suites;

/// <summary>The administrator of a site, who reads pages over HTTP.</summary>
internal sealed partial class Visitor(HttpClient client) : IDisposable
{
    public static async Task<Visitor> LogInAsync(BenchSite site)
    {
        var client = site.NewClient();
        var form = await client.GetStringAsync("/Login");
        using var fields = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["LoginForm.UserName"] = TestSite.Admin,
            ["LoginForm.Password"] = TestSite.Password,
            ["__RequestVerificationToken"] = Token().Match(form).Groups["token"].Value,
        });
        using var answer = await client.PostAsync("/Login", fields);

        return answer.StatusCode == HttpStatusCode.Redirect ? new Visitor(client) : throw new InvalidOperationException($"The log-in was answered with {answer.StatusCode}.");
    }

    /// <summary>Reads a page to its end.</summary>
    /// <returns>How long it took.</returns>
    public async Task<TimeSpan> GetAsync(string path)
    {
        var start = Stopwatch.GetTimestamp();
        using var answer = await client.GetAsync(path);
        await answer.Content.ReadAsByteArrayAsync();
        var elapsed = Stopwatch.GetElapsedTime(start);

        return answer.StatusCode == HttpStatusCode.OK ? elapsed : throw new InvalidOperationException($"{path} was answered with {answer.StatusCode}.");
    }

    public void Dispose() => client.Dispose();

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"(?<token>[^\"]*)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();
}
