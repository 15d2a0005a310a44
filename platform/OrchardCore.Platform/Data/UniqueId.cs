using System.Security.Cryptography;

namespace OrchardCore.Data;

/// <summary>Ids that nobody can guess and that can be read out: digits and small letters without i, l, o and u.</summary>
internal static class UniqueId
{
    private const string Letters = "0123456789abcdefghjkmnpqrstvwxyz";
    private const int Length = 26;

    public static string New() => RandomNumberGenerator.GetString(Letters, Length);
}
