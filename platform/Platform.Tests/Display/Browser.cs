using System.Net;
using System.Text.RegularExpressions;
using Xunit;

namespace Platform.Tests.Display;

/// <summary>What a test does with a site: looks at pages, fills forms in, and follows redirects by hand.</summary>
internal sealed partial class Browser(HttpClient client) : IDisposable
{
    public void Dispose() => client.Dispose();

    public async Task LogInAsync(string user, string password)
    {
        using var response = await SubmitAsync("/Login?returnUrl=%2FAdmin", ("LoginForm.UserName", user), ("LoginForm.Password", password));
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
    }

    public Task<HttpResponseMessage> GetAsync(string address) => client.GetAsync(address);

    /// <summary>A page that must be there.</summary>
    public async Task<Page> ReadAsync(string address)
    {
        using var response = await client.GetAsync(address);

        return await PageAsync(response);
    }

    /// <summary>Opens the page with the form, and posts to the same address.</summary>
    public Task<HttpResponseMessage> SubmitAsync(string address, params (string Name, string Value)[] values) => SubmitAsync(address, address, values);

    /// <summary>Opens a page with a form, and posts to the address that the form names.</summary>
    public async Task<HttpResponseMessage> SubmitAsync(string address, string action, params (string Name, string Value)[] values)
    {
        var page = await ReadAsync(address);

        return await PostAsync(action, [("__RequestVerificationToken", Token().Match(page.Html).Groups["token"].Value), .. values]);
    }

    public Task<HttpResponseMessage> PostAsync(string address, params (string Name, string Value)[] values)
        => client.PostAsync(address, new FormUrlEncodedContent(values.Select(value => KeyValuePair.Create(value.Name, value.Value))));

    /// <summary>The page that answers a form; it must not lead elsewhere.</summary>
    public async Task<Page> SubmitAndReadAsync(string address, params (string Name, string Value)[] values)
    {
        using var response = await SubmitAsync(address, values);

        return await PageAsync(response);
    }

    /// <summary>Where a request leads: path and query, on this site or elsewhere.</summary>
    public async Task<string> RedirectAsync(string address)
    {
        using var response = await client.GetAsync(address);

        return Location(response);
    }

    public static string Location(HttpResponseMessage response)
    {
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        var location = response.Headers.Location;

        return location.IsAbsoluteUri && location.IsLoopback ? location.PathAndQuery : location.ToString();
    }

    private static async Task<Page> PageAsync(HttpResponseMessage response)
    {
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);

        return new Page(await response.Content.ReadAsStringAsync());
    }

    [GeneratedRegex("""name="__RequestVerificationToken"[^>]*value="(?<token>[^"]+)""", RegexOptions.ExplicitCapture)]
    private static partial Regex Token();
}
