using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using OrchardCore.Customers.Tests.Shared;
using Xunit;

namespace OrchardCore.Customers.Tests.Transfer.Import;

/// <summary>What a user does on the pages of imports.</summary>
internal static partial class ImportPages
{
    public const string List = "/Admin/Customers/Imports";

    public const string Upload = List + "/Upload";

    /// <summary>Sends a file from the page that asks for it.</summary>
    public static async Task<SitePage> UploadAsync(this SiteUser user, byte[] file, string name = "customers.csv")
        => await user.PostFileAsync(Upload, "Files", file, name, (await user.GetAsync(Upload)).Token);

    /// <summary>Sends a file that is taken.</summary>
    /// <returns>The address of the run.</returns>
    public static async Task<string> OpenAsync(this SiteUser user, string csv, string name = "customers.csv")
    {
        var answer = await user.UploadAsync(Encoding.UTF8.GetBytes(csv), name);
        Assert.True(answer.Status == HttpStatusCode.Redirect, answer.Text);
        Assert.EndsWith("/Plan", answer.Location, StringComparison.Ordinal);

        return answer.Location[..^"/Plan".Length];
    }

    /// <summary>Presses one of the buttons of the plan.</summary>
    /// <param name="columns">What the columns mean; <see langword="null"/> for what the page suggests.</param>
    public static async Task<SitePage> PressAsync(this SiteUser user, string run, string button, string[]? columns = null, params (string Name, string Value)[] changes)
    {
        var page = await user.GetAsync(run + "/Plan");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        var fields = page.Fields.Where(field => (columns is null || field.Name != "Columns") && changes.All(change => change.Name != field.Name));

        return await user.PostAsync(run + "/Plan", [.. fields, .. (columns ?? []).Select(column => ("Columns", column)), .. changes, ("Do", button)]);
    }

    /// <summary>Presses a button that leads to the run, and waits until it is over.</summary>
    public static async Task<SitePage> RunAsync(this SiteUser user, string run, string button, string[]? columns = null, params (string Name, string Value)[] changes)
    {
        var pressed = await user.PressAsync(run, button, columns, changes);
        Assert.True(pressed.Status == HttpStatusCode.Redirect, pressed.Text);
        Assert.Equal(run, pressed.Location);

        return await user.WaitAsync(run);
    }

    /// <summary>Presses a button of the run's page, and waits until it is over.</summary>
    public static async Task<SitePage> PostAndWaitAsync(this SiteUser user, string run, string what)
    {
        var answer = await user.PostAsync($"{run}/{what}", (await user.GetAsync(run)).Token);
        Assert.Equal((HttpStatusCode.Redirect, run), (answer.Status, answer.Location));

        return await user.WaitAsync(run);
    }

    public static async Task<SitePage> WaitAsync(this SiteUser user, string run)
    {
        for (var attempt = 0; attempt < 600; attempt++)
        {
            var page = await user.GetAsync(run);

            if (page.Html.Contains("data-live=\"over\"", StringComparison.Ordinal))
            {
                return page;
            }

            await Task.Delay(100);
        }

        throw new TimeoutException("The run does not end.");
    }

    /// <summary>What the page counts, e.g. <c>Created 3</c>.</summary>
    public static IReadOnlyList<string> Counts(this SitePage page)
        => [.. CountPattern().Matches(page.Html).Select(match => $"{WebUtility.HtmlDecode(match.Groups[1].Value)} {match.Groups[2].Value}")];

    [GeneratedRegex("<dt>([^<]*)</dt><dd[^>]*>([0-9,]+)</dd>")]
    private static partial Regex CountPattern();
}
