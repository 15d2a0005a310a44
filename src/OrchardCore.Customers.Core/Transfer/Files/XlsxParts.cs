using System.Globalization;
using System.Security;
using System.Text;

namespace OrchardCore.Customers.Transfer.Files;

/// <summary>The parts of a workbook besides its sheets (ECMA-376, Office Open XML).</summary>
internal static class XlsxParts
{
    public const string SheetBegin = Declaration + "<worksheet xmlns=\"" + Main + "\"><sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>";

    public const string SheetEnd = "</sheetData></worksheet>";

    /// <summary>The format of cells that are text, whatever is typed into them; of <see cref="Styles"/>.</summary>
    public const int TextStyle = 1;

    /// <summary>As <see cref="TextStyle"/>, in bold letters.</summary>
    public const int HeaderStyle = 2;

    public const string Relationships = Declaration + "<Relationships xmlns=\"" + PackageRelationships + "\"><Relationship Id=\"rId1\" Type=\"" + OfficeRelationships + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>";

    /// <summary>Number format 49 is text.</summary>
    public const string Styles = Declaration + "<styleSheet xmlns=\"" + Main + "\">"
        + "<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font><font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
        + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills>"
        + "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
        + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
        + "<cellXfs count=\"3\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"
        + "<xf numFmtId=\"49\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/>"
        + "<xf numFmtId=\"49\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\" applyFont=\"1\"/></cellXfs>"
        + "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>";

    private const string Declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string OfficeRelationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string PackageRelationships = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string PackageTypes = "http://schemas.openxmlformats.org/package/2006/content-types";
    private const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    public static string Sheet(int number) => string.Create(CultureInfo.InvariantCulture, $"xl/worksheets/sheet{number}.xml");

    public static string ContentTypes(int sheets) => new StringBuilder(Declaration)
        .Append("<Types xmlns=\"" + PackageTypes + "\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>")
        .Append("<Override PartName=\"/xl/workbook.xml\" ContentType=\"" + ContentType + "sheet.main+xml\"/>")
        .Append("<Override PartName=\"/xl/styles.xml\" ContentType=\"" + ContentType + "styles+xml\"/>")
        .AppendJoin("", Numbers(sheets).Select(number => $"<Override PartName=\"/{Sheet(number)}\" ContentType=\"{ContentType}worksheet+xml\"/>"))
        .Append("</Types>")
        .ToString();

    /// <summary>Names the sheets: the first by the name, the others by the name and their number.</summary>
    public static string Workbook(string name, int sheets)
    {
        var text = new StringBuilder(Declaration).Append("<workbook xmlns=\"" + Main + "\" xmlns:r=\"" + OfficeRelationships + "\"><bookViews><workbookView/></bookViews><sheets>");

        foreach (var number in Numbers(sheets))
        {
            var called = number == 1 ? name : string.Create(CultureInfo.InvariantCulture, $"{name} {number}");
            text.Append(CultureInfo.InvariantCulture, $"<sheet name=\"{SecurityElement.Escape(called)}\" sheetId=\"{number}\" r:id=\"rId{number}\"/>");
        }

        return text.Append("</sheets></workbook>").ToString();
    }

    public static string WorkbookRelationships(int sheets) => new StringBuilder(Declaration)
        .Append("<Relationships xmlns=\"" + PackageRelationships + "\">")
        .AppendJoin("", Numbers(sheets).Select(number => string.Create(CultureInfo.InvariantCulture, $"<Relationship Id=\"rId{number}\" Type=\"{OfficeRelationships}/worksheet\" Target=\"worksheets/sheet{number}.xml\"/>")))
        .Append(CultureInfo.InvariantCulture, $"<Relationship Id=\"rId{sheets + 1}\" Type=\"{OfficeRelationships}/styles\" Target=\"styles.xml\"/></Relationships>")
        .ToString();

    private static IEnumerable<int> Numbers(int sheets) => Enumerable.Range(1, sheets);
}
