namespace OrchardCore.Customers.Groups;

/// <summary>Names of the admin routes of groups.</summary>
public static class CustomerGroupsRoutes
{
    public const string List = "CustomerGroupsList";

    public const string Create = "CustomerGroupsCreate";

    public const string Edit = "CustomerGroupsEdit";

    public const string Delete = "CustomerGroupsDelete";
}
