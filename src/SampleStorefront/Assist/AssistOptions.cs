namespace SampleStorefront.Assist;

/// <summary>What the shop has to know of the admin. The secret belongs into the environment or a vault, never into a file of the sources.</summary>
public sealed class AssistOptions
{
    public const string Section = "Assist";

    /// <summary>Where the API of the admin is, e.g. <c>https://admin.example.com</c>.</summary>
    public string Authority { get; set; } = "";

    /// <summary>The code of this shop's site, as it is written in the admin.</summary>
    public string Site { get; set; } = "";

    /// <summary>The secret that the admin has shown once.</summary>
    public string Secret { get; set; } = "";

    /// <summary>Where this shop is. It is configured and not taken from a request, whose <c>Host</c> anybody may write.</summary>
    public string Origin { get; set; } = "";

    /// <summary>Whether browsers come by https, whatever a proxy before the shop makes of it.</summary>
    public bool IsSecure => Origin.StartsWith(Uri.UriSchemeHttps + ":", StringComparison.OrdinalIgnoreCase);

    /// <summary>An address of the API.</summary>
    public Uri ApiOf(string path) => new($"{Authority.TrimEnd('/')}/api/customers/assist/{path}");
}
