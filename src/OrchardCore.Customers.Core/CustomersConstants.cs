namespace OrchardCore.Customers;

/// <summary>The technical names the module and its extensions share.</summary>
public static class CustomersConstants
{
    /// <summary>The YesSql collection that holds every document of the module that is no content item.</summary>
    public const string Collection = "Customers";

    /// <summary>Feature ids, as they are enabled in recipes.</summary>
    public static class Features
    {
        public const string Customers = "OrchardCore.Customers";

        public const string Accounts = "OrchardCore.Customers.Accounts";

        public const string Companies = "OrchardCore.Customers.Companies";

        public const string Sites = "OrchardCore.Customers.Sites";

        /// <summary>Users act for customers at storefronts.</summary>
        public const string AssistedBuying = "OrchardCore.Customers.AssistedBuying";

        /// <summary>Customers come from files and go to files.</summary>
        public const string Transfer = "OrchardCore.Customers.Transfer";

        /// <summary>Endpoints for programs; each capability brings its own once this one is enabled.</summary>
        public const string Api = "OrchardCore.Customers.Api";
    }

    /// <summary>Content types; a site that has one of that name already keeps it and gets our part attached.</summary>
    public static class ContentTypes
    {
        public const string Customer = "Customer";

        public const string CustomerGroup = "CustomerGroup";

        public const string Company = "Company";

        public const string BusinessUnit = "BusinessUnit";
    }

    /// <summary>What content items are, apart from plain content.</summary>
    public static class Stereotypes
    {
        public const string Customer = "Customer";

        public const string CustomerGroup = "CustomerGroup";

        public const string Company = "Company";

        public const string BusinessUnit = "BusinessUnit";
    }

    /// <summary>Roles made when their feature is first enabled.</summary>
    public static class Roles
    {
        public const string CustomerManager = "Customer manager";

        public const string CustomerService = "Customer service";

        /// <summary>Sees the customers it manages, and no others.</summary>
        public const string CustomerGuest = "Customer guest";

        /// <summary>Of customers who have an account; it permits nothing by itself.</summary>
        public const string Customer = "Customer";
    }

    /// <summary>Groups of site settings, as in <c>/Admin/Settings/{group}</c>.</summary>
    public static class SettingsGroups
    {
        public const string Customers = "customers";

        public const string Accounts = "customers-accounts";

        public const string Transfer = "customers-transfer";
    }
}
