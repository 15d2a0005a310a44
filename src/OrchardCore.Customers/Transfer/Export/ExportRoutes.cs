namespace OrchardCore.Customers.Transfer.Export;

/// <summary>Names of the admin routes of exports.</summary>
public static class ExportRoutes
{
    /// <summary>The exports, the newest first; <c>pagenum</c> turns the pages.</summary>
    public const string List = "CustomersExports";

    /// <summary>Asks what is to be exported: a GET with the query string of the <c>list</c>.</summary>
    public const string Ask = "CustomersExportsNew";

    /// <summary>The same: a POST with the ticked <c>ids</c> or <c>all</c>, and the query string of the <c>list</c>.</summary>
    public const string AskTicked = "CustomersExportsTicked";

    /// <summary>Exports: a POST.</summary>
    public const string Start = "CustomersExportsStart";

    /// <summary>How far an export is; its <c>id</c> is the run's.</summary>
    public const string Run = "CustomersExport";

    /// <summary>The file of an export.</summary>
    public const string Download = "CustomersExportDownload";

    /// <summary>Ends it: a POST.</summary>
    public const string Cancel = "CustomersExportCancel";

    public const string Delete = "CustomersExportDelete";

    /// <summary>The id of a run in a template, which is the name of no page beside it.</summary>
    internal const string Id = "{id:length(32)}";
}
