namespace OrchardCore.Customers;

/// <summary>Names of the admin routes, for links from other capabilities and modules.</summary>
public static class CustomersRoutes
{
    public const string List = "CustomersList";

    public const string Create = "CustomersCreate";

    public const string Display = "CustomersDisplay";

    public const string Edit = "CustomersEdit";

    public const string Delete = "CustomersDelete";

    /// <summary>Asks for a bulk action: a POST with <c>action</c>, the ticked <c>ids</c> or <c>all</c>, and the <c>list</c>'s query string.</summary>
    public const string Bulk = "CustomersBulk";

    /// <summary>The customers the user opened last.</summary>
    public const string Recent = "CustomersRecent";

    /// <summary>Customers with the <c>name</c>, the <c>email</c> or the <c>phone</c> that is being typed for the customer <c>except</c>.</summary>
    public const string Similar = "CustomersSimilar";

    /// <summary>Adds a note: a POST.</summary>
    public const string AddNote = "CustomersAddNote";

    /// <summary>Changes the text of a <c>note</c>.</summary>
    public const string EditNote = "CustomersEditNote";

    /// <summary>Pins a <c>note</c> or takes it off: a POST.</summary>
    public const string PinNote = "CustomersPinNote";

    /// <summary>Deletes a <c>note</c>.</summary>
    public const string DeleteNote = "CustomersDeleteNote";

    /// <summary>Starts the bulk action that was asked for.</summary>
    public const string BulkStart = "CustomersBulkStart";

    /// <summary>The bulk actions a user has started of late.</summary>
    public const string Jobs = "CustomersJobs";

    /// <summary>How far a bulk action is; its <c>id</c> is the job's.</summary>
    public const string Job = "CustomersJob";

    public const string JobCancel = "CustomersJobCancel";

    /// <summary>Asks which columns the list has; <c>list</c> is its query string.</summary>
    public const string Columns = "CustomersColumns";

    /// <summary>The views of the list; with its query string as <c>list</c>, also to save it as one.</summary>
    public const string Views = "CustomersViews";

    public const string View = "CustomersView";

    public const string SaveView = "CustomersViewSave";

    public const string DeleteView = "CustomersViewDelete";

    public const string DefaultView = "CustomersViewDefault";

    public const string ExportViews = "CustomersViewsExport";

    /// <summary>Names of users in whose name the <c>search</c> occurs and who can manage customers.</summary>
    public const string Managers = "CustomersManagers";

    /// <summary>Asks who manages the customer; a POST with the user's name in <c>managedBy</c> says so.</summary>
    public const string ManagedBy = "CustomersManagedBy";

    /// <summary>
    /// The id of a customer in a template: anything but the name of a page that stands beside the customers. Orchard maps
    /// admin routes in no certain order.
    /// </summary>
    internal const string Id = "{id:regex(^(?!(Create|Groups|Recent|Similar|Bulk|Jobs|Columns|Views|Managers|Invitations|Mails|Companies|Sites|Imports|Exports)$).+$)}";

    /// <summary>The id of a view in a template, which is the name of no page beside it.</summary>
    internal const string ViewId = "{viewId:length(32)}";
}
