namespace OrchardCore.Customers.Transfer.Import;

/// <summary>Names of the admin routes of imports.</summary>
public static class ImportRoutes
{
    /// <summary>The imports, the newest first; <c>pagenum</c> turns the pages.</summary>
    public const string List = "CustomersImports";

    /// <summary>Takes a file in.</summary>
    public const string Upload = "CustomersImportsUpload";

    /// <summary>A file to fill in.</summary>
    public const string Template = "CustomersImportsTemplate";

    /// <summary>What the columns of files mean.</summary>
    public const string Columns = "CustomersImportsColumns";

    /// <summary>How far an import is; its <c>id</c> is the run's.</summary>
    public const string Run = "CustomersImport";

    /// <summary>What was understood of the file, and what is to become of it.</summary>
    public const string Plan = "CustomersImportPlan";

    /// <summary>Imports what was planned: a POST.</summary>
    public const string Start = "CustomersImportStart";

    /// <summary>Has it wait: a POST.</summary>
    public const string Pause = "CustomersImportPause";

    /// <summary>Lets it go on: a POST.</summary>
    public const string Resume = "CustomersImportResume";

    /// <summary>Ends it: a POST.</summary>
    public const string Cancel = "CustomersImportCancel";

    /// <summary>The rows that failed, as a file.</summary>
    public const string Failed = "CustomersImportFailed";

    /// <summary>Takes back what was imported.</summary>
    public const string Undo = "CustomersImportUndo";

    /// <summary>The id of a run in a template, which is the name of no page beside it.</summary>
    internal const string Id = "{id:length(32)}";
}
