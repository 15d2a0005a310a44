using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace OrchardCore.Customers.Shared;

/// <summary>Secrets that nobody guesses: 256 random bits that fit into an address. Of the secret itself only a hash is kept.</summary>
internal static class SecretCode
{
    /// <summary>SHA-256 in hexadecimal digits.</summary>
    public const int HashLength = 64;

    private const int Bytes = 32;

    public static string Create() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>Whether a text has the length of a secret; only such texts are worth a look into the database.</summary>
    public static bool IsShaped(string? text) => text?.Length == Base64Url.GetEncodedLength(Bytes);

    public static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    /// <summary>Whether it is the secret of that hash; how long the answer takes tells nothing.</summary>
    public static bool IsOf(string secret, string hash) => CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Hash(secret)), Encoding.ASCII.GetBytes(hash));
}
