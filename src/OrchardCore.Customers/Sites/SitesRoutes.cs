namespace OrchardCore.Customers.Sites;

/// <summary>Names of the admin routes of sites, and of users who are limited to some.</summary>
public static class SitesRoutes
{
    public const string List = "CustomerSitesList";

    public const string Create = "CustomerSitesCreate";

    /// <summary>A site is named by its <c>code</c> in the address.</summary>
    public const string Edit = "CustomerSitesEdit";

    public const string Delete = "CustomerSitesDelete";

    /// <summary>Offers a site in forms or no more: a POST with <c>isActive</c>.</summary>
    public const string SetActive = "CustomerSitesSetActive";

    /// <summary>Asks the storefront whether it is there: a POST.</summary>
    public const string Test = "CustomerSitesTest";

    public const string Users = "CustomerSiteUsersList";

    public const string LimitUser = "CustomerSiteUsersCreate";

    /// <summary>A user is named by its <c>userId</c> in the address.</summary>
    public const string EditUser = "CustomerSiteUsersEdit";

    public const string LiftUser = "CustomerSiteUsersDelete";
}
