using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace OrchardCore.Customers.Transfer.Import;

/// <summary>
/// What a trial remembers of earlier rows: it saves nothing, and later rows would meet what the import had saved. Eight bytes
/// for each key, so that a million rows fit.
/// </summary>
internal sealed class ImportTrialMemory
{
    private readonly HashSet<ulong> _keys = [];

    /// <summary>Whether an earlier row had that key.</summary>
    public bool Knows(string key) => _keys.Contains(Shorten(key));

    public void Add(string key) => _keys.Add(Shorten(key));

    private static ulong Shorten(string key) => BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
