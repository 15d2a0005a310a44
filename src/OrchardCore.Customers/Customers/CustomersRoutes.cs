namespace OrchardCore.Customers;

/// <summary>Names of the admin routes, for links from other capabilities and modules.</summary>
public static class CustomersRoutes
{
    public const string List = "CustomersList";

    public const string Create = "CustomersCreate";

    public const string Display = "CustomersDisplay";

    public const string Edit = "CustomersEdit";

    public const string Delete = "CustomersDelete";

    /// <summary>
    /// The id of a customer in a template: anything but the name of a page that stands beside the customers. Orchard maps
    /// admin routes in no certain order.
    /// </summary>
    internal const string Id = "{id:regex(^(?!Create$).+$)}";
}
