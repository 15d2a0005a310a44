using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Users.Models;
using OrchardCore.Users.Services;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.Shared;

/// <summary>Somebody who visits a site without a browser: pages as text, forms as dictionaries.</summary>
internal sealed partial class SiteUser(HttpClient client) : IDisposable
{
    public static SiteUser Anonymous(TestSite site) => new(site.NewClient());

    public static Task<SiteUser> AdminAsync(TestSite site) => LogInAsync(site, TestSite.Admin);

    /// <summary>The administrator of a site that is a process of its own.</summary>
    public static Task<SiteUser> AdminAsync(SampleHostProcess host) => LogInAsync(new SiteUser(host.NewClient()), TestSite.Admin);

    /// <summary>Makes a user with these roles and logs in.</summary>
    public static async Task<SiteUser> WithRolesAsync(TestSite site, params string[] roles) => await LogInAsync(site, await CreateAsync(site, roles));

    /// <summary>Makes a user with these roles.</summary>
    /// <returns>Its name; the password is the administrator's.</returns>
    public static async Task<string> CreateAsync(TestSite site, params string[] roles)
    {
        var name = "user" + Guid.NewGuid().ToString("N")[..8];

        await site.InScopeAsync(async services =>
        {
            var user = new User { UserName = name, Email = name + "@example.com", EmailConfirmed = true, IsEnabled = true, RoleNames = [.. roles] };
            var created = await services.GetRequiredService<IUserService>().CreateUserAsync(user, TestSite.Password, (key, error) => Assert.Fail($"{key}: {error}"));
            Assert.NotNull(created);
        });

        return name;
    }

    public async Task<SitePage> GetAsync(string path)
    {
        using var response = await client.GetAsync(path);

        return await SitePage.ReadAsync(response);
    }

    /// <summary>Takes a file.</summary>
    public async Task<SiteFile> DownloadAsync(string path)
    {
        using var response = await client.GetAsync(path);

        return await SiteFile.ReadAsync(response);
    }

    /// <summary>Takes a file that is the answer to a form.</summary>
    public async Task<SiteFile> DownloadAsync(string path, IEnumerable<(string Name, string Value)> fields)
    {
        using var content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var response = await client.PostAsync(path, content);

        return await SiteFile.ReadAsync(response);
    }

    /// <summary>Opens the page at the path, changes these fields of its form and posts it.</summary>
    public async Task<SitePage> SubmitAsync(string path, params (string Name, string Value)[] changes)
    {
        var page = await GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, page.Status);

        return await PostAsync(path, [.. page.Fields.Where(field => changes.All(change => change.Name != field.Name)), .. changes]);
    }

    public async Task<SitePage> PostAsync(string path, params (string Name, string Value)[] fields)
    {
        using var content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var response = await client.PostAsync(path, content);

        return await SitePage.ReadAsync(response);
    }

    /// <summary>Posts a form with a file, as a browser sends it.</summary>
    public async Task<SitePage> PostFileAsync(string path, string field, byte[] file, string fileName, params (string Name, string Value)[] fields)
    {
        using var content = new MultipartFormDataContent();

        foreach (var (name, value) in fields)
        {
            content.Add(new StringContent(value), name);
        }

        content.Add(new ByteArrayContent(file), field, fileName);
        using var response = await client.PostAsync(path, content);

        return await SitePage.ReadAsync(response);
    }

    public void Dispose() => client.Dispose();

    /// <summary>Logs in a user that there is.</summary>
    public static Task<SiteUser> LogInAsync(TestSite site, string name) => LogInAsync(Anonymous(site), name);

    private static async Task<SiteUser> LogInAsync(SiteUser user, string name)
    {
        var answer = await user.SubmitAsync("/Login", ("LoginForm.UserName", name), ("LoginForm.Password", TestSite.Password));
        Assert.Equal(HttpStatusCode.Redirect, answer.Status);

        return user;
    }
}

/// <summary>A file that a site answered with.</summary>
/// <param name="Name">What a browser would call it; <see langword="null"/> when it would show it.</param>
/// <param name="Headers">All of them, as <c>name: value</c>.</param>
internal sealed record SiteFile(HttpStatusCode Status, string? Name, string Headers, byte[] Bytes)
{
    public static async Task<SiteFile> ReadAsync(HttpResponseMessage response) => new(
        response.StatusCode,
        response.Content.Headers.ContentDisposition is { DispositionType: "attachment" } disposition ? disposition.FileNameStar ?? disposition.FileName : null,
        response.Headers + response.Content.Headers.ToString(),
        await response.Content.ReadAsByteArrayAsync());
}

/// <summary>What a site answered.</summary>
/// <param name="Location">Where it leads, without the host; empty when it leads nowhere.</param>
internal sealed partial record SitePage(HttpStatusCode Status, string Location, string Html)
{
    /// <summary>The names and values of the page's largest form, as a browser would send them unchanged.</summary>
    public IEnumerable<(string Name, string Value)> Fields
    {
        get
        {
            var form = Forms().Matches(Html).Select(form => form.Value).MaxBy(form => Inputs().Count(form)) ?? "";
            var inputs = Inputs().Matches(form).Select(match => match.Value)
                .Where(input => !Unsent().IsMatch(input) || Checked().IsMatch(input))
                .Select(input => (Name: Attribute(input, "name"), Value: Attribute(input, "value")));
            var choices = Selects().Matches(form).Select(match => (
                Name: Attribute(match.Value, "name"),
                Value: Attribute(Options().Matches(match.Value).Select(option => option.Value).OrderByDescending(option => Selected().IsMatch(option)).FirstOrDefault(""), "value")));

            return inputs.Concat(choices).Where(pair => pair.Name.Length > 0);
        }
    }

    /// <summary>What every form of the page has, so that it is taken.</summary>
    public (string Name, string Value) Token => Fields.First(input => input.Name == "__RequestVerificationToken");

    /// <summary>The text of the page, as a reader sees it.</summary>
    public string Text => WebUtility.HtmlDecode(Tags().Replace(Html, " "));

    public static async Task<SitePage> ReadAsync(HttpResponseMessage response)
    {
        var location = response.Headers.Location;

        return new SitePage(
            response.StatusCode,
            location is null ? "" : location.IsAbsoluteUri ? location.PathAndQuery : location.OriginalString,
            await response.Content.ReadAsStringAsync());
    }

    private static string Attribute(string input, string name)
    {
        var match = Regex.Match(input, $"\\b{name}=\"([^\"]*)\"");

        return match.Success ? WebUtility.HtmlDecode(match.Groups[1].Value) : "";
    }

    [GeneratedRegex("<form\\b.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex("<input\\b[^>]*>")]
    private static partial Regex Inputs();

    [GeneratedRegex("<select\\b.*?</select>", RegexOptions.Singleline)]
    private static partial Regex Selects();

    [GeneratedRegex("<option\\b[^>]*>")]
    private static partial Regex Options();

    [GeneratedRegex("\\bselected\\b")]
    private static partial Regex Selected();

    [GeneratedRegex("type=\"(checkbox|radio|submit|search)\"")]
    private static partial Regex Unsent();

    [GeneratedRegex("\\bchecked\\b")]
    private static partial Regex Checked();

    [GeneratedRegex("<script.*?</script>|<style.*?</style>|<[^>]*>", RegexOptions.Singleline)]
    private static partial Regex Tags();
}
