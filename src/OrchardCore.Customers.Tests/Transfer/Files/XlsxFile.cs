using System.Globalization;
using System.IO.Compression;
using System.Text.RegularExpressions;
using System.Xml;
using Xunit;

namespace OrchardCore.Customers.Tests.Transfer.Files;

/// <summary>Reads a workbook as a spreadsheet would: by its parts and what they say of each other.</summary>
internal sealed partial class XlsxFile : IDisposable
{
    private const string Relationship = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private readonly ZipArchive _archive;

    public XlsxFile(Stream stream)
    {
        _archive = new ZipArchive(stream, ZipArchiveMode.Read);

        // Each part has a type, by its name or its ending.
        var types = Elements("[Content_Types].xml").Where(element => element.Name is "Override" or "Default").Select(element => element.Attributes.GetValueOrDefault("PartName")?.TrimStart('/') ?? "." + element.Attributes["Extension"]).ToList();
        Assert.All(_archive.Entries.Where(entry => entry.FullName != "[Content_Types].xml"), entry => Assert.True(types.Contains(entry.FullName) || types.Contains(Path.GetExtension(entry.FullName)), entry.FullName));

        var targets = Elements("xl/_rels/workbook.xml.rels").Where(element => element.Name == "Relationship").ToDictionary(element => element.Attributes["Id"], element => "xl/" + element.Attributes["Target"]);
        Sheets = [.. Elements("xl/workbook.xml").Where(element => element.Name == "sheet").Select(element => (element.Attributes["name"], targets[element.Attributes["id"]]))];
        Assert.Contains("xl/styles.xml", targets.Values);
        Assert.Contains(Elements("_rels/.rels"), element => element.Attributes.GetValueOrDefault("Target") == "xl/workbook.xml" && element.Attributes["Type"] == Relationship + "/officeDocument");
    }

    /// <summary>Names and parts, in their order.</summary>
    public IReadOnlyList<(string Name, string Part)> Sheets { get; }

    /// <summary>How many formulas there are in the sheets.</summary>
    public int Formulas => Sheets.Sum(sheet => Elements(sheet.Part).Count(element => element.Name == "f"));

    /// <summary>The texts of a sheet's cells; every cell that is not empty is text.</summary>
    public IEnumerable<IReadOnlyList<string>> Rows(int sheet)
    {
        List<string>? row = null;
        using var reader = Open(Sheets[sheet].Part);

        while (reader.Read())
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "row" })
            {
                row = [];
            }
            else if (reader is { NodeType: XmlNodeType.Element, LocalName: "c" })
            {
                row!.Add("");
                Assert.Equal(reader.IsEmptyElement ? null : "inlineStr", reader.GetAttribute("t"));
            }
            else if (reader.NodeType is XmlNodeType.Text or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace && row is not null)
            {
                row[^1] += Escaped().Replace(reader.Value, match => ((char)int.Parse(match.Groups[1].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString());
            }
            else if (reader is { NodeType: XmlNodeType.EndElement, LocalName: "row" })
            {
                yield return row!;
                row = null;
            }
        }
    }

    public void Dispose() => _archive.Dispose();

    private IEnumerable<(string Name, Dictionary<string, string> Attributes)> Elements(string part)
    {
        using var reader = Open(part);

        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                var (name, attributes) = (reader.LocalName, new Dictionary<string, string>());

                while (reader.MoveToNextAttribute())
                {
                    attributes[reader.LocalName] = reader.Value;
                }

                yield return (name, attributes);
            }
        }
    }

    private XmlReader Open(string part) => XmlReader.Create(_archive.GetEntry(part)!.Open(), new XmlReaderSettings { CloseInput = true });

    [GeneratedRegex("_x([0-9A-Fa-f]{4})_")]
    private static partial Regex Escaped();
}
