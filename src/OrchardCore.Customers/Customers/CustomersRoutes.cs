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
    /// The id of a customer in a template. It has a digit or a dash in it, so that it is not taken for a page such as
    /// <c>Create</c>: Orchard maps admin routes in no certain order.
    /// </summary>
    internal const string Id = "{id:regex([^A-Za-z])}";
}
