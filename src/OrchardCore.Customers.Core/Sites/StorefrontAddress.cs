using System.Diagnostics.CodeAnalysis;

namespace OrchardCore.Customers.Sites;

/// <summary>Addresses of storefronts: absolute, and encrypted unless they lead to this machine.</summary>
public static class StorefrontAddress
{
    public const int MaxLength = 1000;

    /// <summary>Reads where a storefront is, as it is kept: without a slash at its end. There is neither a user name, nor a query or a fragment in it.</summary>
    public static bool TryRead(string? text, [NotNullWhen(true)] out string? address)
    {
        address = TryParse(text, out var uri) && uri.Query.Length == 0 ? uri.GetLeftPart(UriPartial.Path).TrimEnd('/') : null;

        return address is not null;
    }

    /// <summary>Reads an origin (RFC 6454): an address without a path, as browsers send it.</summary>
    public static bool TryReadOrigin(string? text, [NotNullWhen(true)] out string? origin)
    {
        origin = TryParse(text, out var uri) && uri.PathAndQuery == "/" ? OriginOf(uri) : null;

        return origin is not null;
    }

    /// <summary>The origin of a storefront; <see langword="null"/> while nobody has said where it is.</summary>
    public static string? OriginOf(StoreSite site) => TryParse(site.StorefrontUrl, out var uri) ? OriginOf(uri) : null;

    /// <summary>Whether a path leads to a page below the storefront's address and to no other host.</summary>
    public static bool IsPath(string? text)
        => text is ['/', ..] && text is not ['/', '/', ..]
            && text.All(character => character is > ' ' and < '\x7F' and not ('\\' or '#'))
            && Uri.TryCreate(text, UriKind.Relative, out _);

    private static string OriginOf(Uri uri) => uri.IsDefaultPort ? $"{uri.Scheme}://{Host(uri)}" : $"{uri.Scheme}://{Host(uri)}:{uri.Port}";

    /// <summary>Names of other alphabets as browsers send them (RFC 5891).</summary>
    private static string Host(Uri uri) => uri.HostNameType == UriHostNameType.IPv6 ? uri.Host : uri.IdnHost;

    private static bool TryParse(string? text, [NotNullWhen(true)] out Uri? uri)
    {
        uri = null;
        text = text?.Trim();

        return text is { Length: > 0 and <= MaxLength }
            && (text.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("http://", StringComparison.OrdinalIgnoreCase))
            && !text.Any(character => character is '\\' or '#' or '@' || char.IsWhiteSpace(character) || char.IsControl(character))
            && Uri.TryCreate(text, UriKind.Absolute, out uri)
            && uri.Host.Length > 0
            && uri.UserInfo.Length == 0
            && (uri.Scheme == Uri.UriSchemeHttps || uri.IsLoopback);
    }
}
