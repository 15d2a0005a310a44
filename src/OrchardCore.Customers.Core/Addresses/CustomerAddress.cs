using System.Security.Cryptography;
using System.Text;

namespace OrchardCore.Customers.Addresses;

/// <summary>One address of a customer's address book.</summary>
public sealed class CustomerAddress : PostalAddress
{
    /// <summary>
    /// 1 to 66 ASCII letters, digits, <c>_</c> and <c>-</c>, once in an address book. Chosen when the address is added, or
    /// generated; never changed.
    /// </summary>
    public string Id { get; set; } = "";

    /// <summary>What the customer calls it, e.g. <c>Warehouse</c>; each at most 50 characters.</summary>
    public string[] Labels { get; set; } = [];

    /// <summary>Whether it was saved although it breaks the rules of its country.</summary>
    public bool IsUnchecked { get; set; }

    /// <summary>Counts the saves of this address, so that two who edit it at once are told.</summary>
    public int Revision { get; set; }

    /// <summary>
    /// The <see cref="Stamp"/> it had when it last obeyed the rules: what it says was right then, also when the data of its
    /// country has changed since. Written when the customer is checked.
    /// </summary>
    public string? CheckedAs { get; set; }

    /// <summary>Whether its country was one when it was last checked.</summary>
    internal bool HasCheckedCountry => Country is not null && CheckedAs?.StartsWith(Country + ":", StringComparison.Ordinal) == true;

    /// <summary>Whether it says something that was not checked yet.</summary>
    internal bool IsChanged => CheckedAs != Stamp();

    /// <summary>The country, and what the address says, in short.</summary>
    internal string Stamp()
    {
        var texts = AddressFields.All.Select(field => field.Read(this)).Concat(Labels).Append(Id).Append(IsUnchecked ? "!" : "");

        return $"{Country}:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001F', texts))).AsSpan(0, 8));
    }

    internal static string NewId() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));

    internal CustomerAddress Copy()
    {
        var copy = (CustomerAddress)MemberwiseClone();
        copy.Labels = [.. Labels];

        return copy;
    }
}
