namespace OrchardCore.Customers.Companies;

/// <summary>Names of the admin routes of companies, for links from other capabilities and modules.</summary>
public static class CompaniesRoutes
{
    public const string List = "CompaniesList";

    public const string Create = "CompaniesCreate";

    /// <summary>The company's page; <c>tab</c> opens one of its tabs.</summary>
    public const string Display = "CompaniesDisplay";

    public const string Edit = "CompaniesEdit";

    public const string Delete = "CompaniesDelete";

    /// <summary>A POST with a <see cref="CompanyAction"/> as <c>change</c>.</summary>
    public const string Change = "CompaniesChange";

    /// <summary>Names of companies in which the <c>search</c> occurs.</summary>
    public const string Lookup = "CompaniesLookup";

    public const string CreateAddress = "CompanyAddressCreate";

    public const string EditAddress = "CompanyAddressEdit";

    public const string ChooseAddress = "CompanyAddressChoose";

    public const string DeleteAddress = "CompanyAddressDelete";

    public const string PrintAddress = "CompanyAddressPrint";

    public const string AddressFields = "CompanyAddressFields";

    public const string CreateUnit = "BusinessUnitsCreate";

    public const string EditUnit = "BusinessUnitsEdit";

    public const string MoveUnit = "BusinessUnitsMove";

    public const string DeleteUnit = "BusinessUnitsDelete";

    public const string CreateRole = "CompanyRolesCreate";

    public const string EditRole = "CompanyRolesEdit";

    public const string DeleteRole = "CompanyRolesDelete";

    /// <summary>
    /// The id of a company in a template: anything but the name of a page that stands beside the companies. Orchard maps
    /// admin routes in no certain order.
    /// </summary>
    internal const string Id = "{id:regex(^(?!(Create|Lookup|Approvals)$).+$)}";

    /// <summary>The pages of a company begin with it.</summary>
    internal const string Company = "Companies/" + Id;

    internal const string Address = Company + "/Addresses/{addressId}";

    internal const string Unit = Company + "/Units/{unitId:length(26)}";

    internal const string Role = Company + "/Roles/{roleId:length(32)}";
}
