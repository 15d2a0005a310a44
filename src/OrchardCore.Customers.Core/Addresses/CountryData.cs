using System.Reflection;
using System.Text.Json;

namespace OrchardCore.Customers.Addresses;

/// <summary>The data files of addresses, see <c>Data/README.md</c>.</summary>
/// <param name="Names">By language, the names of countries by their codes.</param>
/// <param name="Subdivisions">By country, the English names of subdivisions by their codes.</param>
internal sealed record CountryData(
    Dictionary<string, Dictionary<string, string>> Names,
    Dictionary<string, Dictionary<string, string>> Subdivisions,
    AddressFormats Formats)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>What the assembly brings.</summary>
    public static CountryData Read() => new(
        Read<Dictionary<string, Dictionary<string, string>>>("countries.json"),
        Read<Dictionary<string, Dictionary<string, string>>>("subdivisions.json"),
        Read<AddressFormats>("formats.json"));

    private static T Read<T>(string file)
    {
        var assembly = Assembly.GetExecutingAssembly();
        using var stream = assembly.GetManifestResourceStream($"{typeof(CountryData).Namespace}.Data.{file}")
            ?? throw new InvalidOperationException($"The assembly lacks {file}.");

        return JsonSerializer.Deserialize<T>(stream, Json)!;
    }
}

/// <param name="Generic">For the countries that have no format of their own.</param>
/// <param name="WithoutPostalCode">Codes of countries.</param>
internal sealed record AddressFormats(AddressFormat Generic, string[] WithoutPostalCode, Dictionary<string, AddressFormat> Countries);
