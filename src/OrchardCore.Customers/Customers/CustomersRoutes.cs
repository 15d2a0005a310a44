namespace OrchardCore.Customers;

/// <summary>Names of the admin routes, for links from other capabilities and modules.</summary>
public static class CustomersRoutes
{
    public const string List = "CustomersList";

    public const string Create = "CustomersCreate";

    public const string Display = "CustomersDisplay";

    public const string Edit = "CustomersEdit";

    public const string Delete = "CustomersDelete";
}
