using OrchardCore.Security.Permissions;
using static OrchardCore.Customers.AssistedBuying.AssistedBuyingPermissions;
using static OrchardCore.Customers.Companies.CompaniesPermissions;
using static OrchardCore.Customers.CustomersPermissions;
using static OrchardCore.Customers.Sites.SitesPermissions;

namespace OrchardCore.Customers.Tests.Authorization;

/// <summary>What a route is about.</summary>
public enum Subject
{
    /// <summary>Nothing in particular, as a list.</summary>
    Nothing,

    Customer,
    Note,
    Address,
    Group,

    /// <summary>A bulk action somebody has started.</summary>
    Job,

    /// <summary>A view of the list somebody has saved.</summary>
    View,

    /// <summary>The text of a kind of mail.</summary>
    Mail,

    Company,
    CompanyAddress,
    BusinessUnit,
    CompanyRole,

    /// <summary>A customer's place in a company.</summary>
    Membership,

    /// <summary>What a member of a company asks for.</summary>
    Approval,

    /// <summary>A place where customers shop.</summary>
    StoreSite,

    /// <summary>A user who is limited to sites.</summary>
    SiteUser,

    /// <summary>Somebody acts for a customer.</summary>
    AssistedSession,
}

/// <param name="Permission">Without it, the answer is 403 whatever is asked for.</param>
/// <param name="Subject">Whose being out of reach makes the answer that of one who does not exist.</param>
/// <param name="LeadsAway">Whether what does not exist is answered by a way back instead of 404.</param>
public sealed record RouteRule(Permission Permission, Subject Subject, bool LeadsAway = false);

/// <summary>
/// The one place where it is said who may do what by which route. The matrix finds the routes by itself, and fails for one
/// that is not named here; so a new page comes with its line.
/// </summary>
internal static class RouteRules
{
    /// <summary>The feature of customers.</summary>
    public static readonly IReadOnlyDictionary<string, RouteRule> Customers = new Dictionary<string, RouteRule>(StringComparer.Ordinal)
    {
        ["Customers.Index"] = new(ViewCustomers, Subject.Nothing),
        ["Customers.Display"] = new(ViewCustomers, Subject.Customer),
        ["Customers.Delete"] = new(DeleteCustomers, Subject.Customer),
        ["Customers.DeletePost"] = new(DeleteCustomers, Subject.Customer),

        ["CustomerEditor.Create"] = new(EditCustomers, Subject.Nothing),
        ["CustomerEditor.CreatePost"] = new(EditCustomers, Subject.Nothing),
        ["CustomerEditor.Edit"] = new(EditCustomers, Subject.Customer),
        ["CustomerEditor.EditPost"] = new(EditCustomers, Subject.Customer),

        ["CustomerManagedBy.Search"] = new(AssignCustomerManagers, Subject.Nothing),
        ["CustomerManagedBy.Edit"] = new(AssignCustomerManagers, Subject.Customer),
        ["CustomerManagedBy.EditPost"] = new(AssignCustomerManagers, Subject.Customer),

        ["CustomerLookup.Recent"] = new(ViewCustomers, Subject.Nothing),
        ["CustomerLookup.Similar"] = new(ViewCustomers, Subject.Nothing),

        ["CustomerNotes.Add"] = new(EditCustomers, Subject.Customer),
        ["CustomerNotes.AddPost"] = new(EditCustomers, Subject.Customer),
        ["CustomerNotes.Edit"] = new(EditCustomers, Subject.Note),
        ["CustomerNotes.EditPost"] = new(EditCustomers, Subject.Note),
        ["CustomerNotes.Pin"] = new(EditCustomers, Subject.Note),
        ["CustomerNotes.Delete"] = new(EditCustomers, Subject.Note),
        ["CustomerNotes.DeletePost"] = new(EditCustomers, Subject.Note),

        ["Addresses.Create"] = new(EditCustomers, Subject.Customer),
        ["Addresses.CreatePost"] = new(EditCustomers, Subject.Customer),
        ["Addresses.Edit"] = new(EditCustomers, Subject.Address),
        ["Addresses.EditPost"] = new(EditCustomers, Subject.Address),
        ["Addresses.Choose"] = new(EditCustomers, Subject.Address),
        ["Addresses.Delete"] = new(EditCustomers, Subject.Address),
        ["Addresses.DeletePost"] = new(EditCustomers, Subject.Address),
        ["Addresses.Print"] = new(ViewCustomers, Subject.Address),
        ["Addresses.Fields"] = new(EditCustomers, Subject.Nothing),

        ["CustomerBulk.Again"] = new(ViewCustomers, Subject.Nothing),
        ["CustomerBulk.Ask"] = new(ViewCustomers, Subject.Nothing),
        ["CustomerBulk.Start"] = new(ViewCustomers, Subject.Nothing),
        ["CustomerJobs.Index"] = new(ViewCustomers, Subject.Nothing),
        ["CustomerJobs.Display"] = new(ViewCustomers, Subject.Job),
        ["CustomerJobs.Cancel"] = new(ViewCustomers, Subject.Job),

        ["CustomerColumns.Index"] = new(ViewCustomers, Subject.Nothing),
        ["CustomerColumns.IndexPost"] = new(ViewCustomers, Subject.Nothing),
        ["CustomerViews.Index"] = new(ViewCustomers, Subject.Nothing),
        ["CustomerViews.IndexPost"] = new(ViewCustomers, Subject.Nothing),
        ["CustomerViews.Edit"] = new(ViewCustomers, Subject.View),
        ["CustomerViews.EditPost"] = new(ViewCustomers, Subject.View),
        ["CustomerViews.Save"] = new(ViewCustomers, Subject.View),
        ["CustomerViews.Delete"] = new(ViewCustomers, Subject.View, LeadsAway: true),
        ["CustomerViews.Default"] = new(ViewCustomers, Subject.View, LeadsAway: true),
        ["CustomerViews.Export"] = new(ManageSharedViews, Subject.Nothing),

        ["CustomerGroups.Index"] = new(ManageCustomerGroups, Subject.Nothing),
        ["CustomerGroups.Create"] = new(ManageCustomerGroups, Subject.Nothing),
        ["CustomerGroups.CreatePost"] = new(ManageCustomerGroups, Subject.Nothing),
        ["CustomerGroups.Edit"] = new(ManageCustomerGroups, Subject.Group),
        ["CustomerGroups.EditPost"] = new(ManageCustomerGroups, Subject.Group),
        ["CustomerGroups.Delete"] = new(ManageCustomerGroups, Subject.Group),
        ["CustomerGroups.DeletePost"] = new(ManageCustomerGroups, Subject.Group, LeadsAway: true),
    };

    /// <summary>The feature of accounts, where staff works; for the storefront, see <see cref="StorefrontRules"/>.</summary>
    public static readonly IReadOnlyDictionary<string, RouteRule> Accounts = new Dictionary<string, RouteRule>(StringComparer.Ordinal)
    {
        ["Accounts.Invite"] = new(ManageCustomerAccounts, Subject.Customer),
        ["Accounts.Revoke"] = new(ManageCustomerAccounts, Subject.Customer),
        ["Accounts.EndSessions"] = new(ManageCustomerAccounts, Subject.Customer),
        ["Accounts.Detach"] = new(ManageCustomerAccounts, Subject.Customer),
        ["Accounts.DetachPost"] = new(ManageCustomerAccounts, Subject.Customer),
        ["Invitations.Index"] = new(ManageCustomerAccounts, Subject.Nothing),

        ["CustomerMails.Index"] = new(ManageCustomerSettings, Subject.Nothing),
        ["CustomerMails.Edit"] = new(ManageCustomerSettings, Subject.Mail),
        ["CustomerMails.EditPost"] = new(ManageCustomerSettings, Subject.Mail),
        ["CustomerMails.Reset"] = new(ManageCustomerSettings, Subject.Mail),
        ["CustomerMails.Test"] = new(ManageCustomerSettings, Subject.Mail),
    };

    /// <summary>The feature of companies. All of them are out of reach for those who don't see all customers.</summary>
    public static readonly IReadOnlyDictionary<string, RouteRule> Companies = new Dictionary<string, RouteRule>(StringComparer.Ordinal)
    {
        ["Companies.Index"] = new(ViewCompanies, Subject.Nothing),
        ["Companies.Lookup"] = new(ViewCompanies, Subject.Nothing),
        ["Companies.Display"] = new(ViewCompanies, Subject.Company),
        ["Companies.Change"] = new(ManageCompanies, Subject.Company),
        ["Companies.Delete"] = new(ManageCompanies, Subject.Company),
        ["Companies.DeletePost"] = new(ManageCompanies, Subject.Company),
        ["CompanyEditor.Create"] = new(ManageCompanies, Subject.Nothing),
        ["CompanyEditor.CreatePost"] = new(ManageCompanies, Subject.Nothing),
        ["CompanyEditor.Edit"] = new(ManageCompanies, Subject.Company),
        ["CompanyEditor.EditPost"] = new(ManageCompanies, Subject.Company),

        ["CompanyAddresses.Create"] = new(ManageCompanies, Subject.Company),
        ["CompanyAddresses.CreatePost"] = new(ManageCompanies, Subject.Company),
        ["CompanyAddresses.Edit"] = new(ManageCompanies, Subject.CompanyAddress),
        ["CompanyAddresses.EditPost"] = new(ManageCompanies, Subject.CompanyAddress),
        ["CompanyAddresses.Choose"] = new(ManageCompanies, Subject.CompanyAddress),
        ["CompanyAddresses.Delete"] = new(ManageCompanies, Subject.CompanyAddress),
        ["CompanyAddresses.DeletePost"] = new(ManageCompanies, Subject.CompanyAddress),
        ["CompanyAddresses.Print"] = new(ViewCompanies, Subject.CompanyAddress),

        ["BusinessUnits.Create"] = new(ManageCompanies, Subject.Company),
        ["BusinessUnits.CreatePost"] = new(ManageCompanies, Subject.Company),
        ["BusinessUnits.Edit"] = new(ManageCompanies, Subject.BusinessUnit),
        ["BusinessUnits.EditPost"] = new(ManageCompanies, Subject.BusinessUnit),
        ["BusinessUnits.Move"] = new(ManageCompanies, Subject.BusinessUnit),
        ["BusinessUnits.MovePost"] = new(ManageCompanies, Subject.BusinessUnit),
        ["BusinessUnits.Delete"] = new(ManageCompanies, Subject.BusinessUnit),
        ["BusinessUnits.DeletePost"] = new(ManageCompanies, Subject.BusinessUnit),

        ["CompanyRoles.Create"] = new(ManageCompanyRoles, Subject.Company),
        ["CompanyRoles.CreatePost"] = new(ManageCompanyRoles, Subject.Company),
        ["CompanyRoles.Edit"] = new(ManageCompanyRoles, Subject.CompanyRole),
        ["CompanyRoles.EditPost"] = new(ManageCompanyRoles, Subject.CompanyRole),
        ["CompanyRoles.Delete"] = new(ManageCompanyRoles, Subject.CompanyRole),
        ["CompanyRoles.DeletePost"] = new(ManageCompanyRoles, Subject.CompanyRole),
    };

    /// <summary>The feature of sites.</summary>
    public static readonly IReadOnlyDictionary<string, RouteRule> Sites = new Dictionary<string, RouteRule>(StringComparer.Ordinal)
    {
        ["StoreSites.Index"] = new(ManageSites, Subject.Nothing),
        ["StoreSites.SetActive"] = new(ManageSites, Subject.StoreSite),
        ["StoreSites.Test"] = new(ManageSites, Subject.StoreSite),
        ["StoreSites.Delete"] = new(ManageSites, Subject.StoreSite),
        ["StoreSites.DeletePost"] = new(ManageSites, Subject.StoreSite, LeadsAway: true),
        ["StoreSiteEditor.Create"] = new(ManageSites, Subject.Nothing),
        ["StoreSiteEditor.CreatePost"] = new(ManageSites, Subject.Nothing),
        ["StoreSiteEditor.Edit"] = new(ManageSites, Subject.StoreSite),
        ["StoreSiteEditor.EditPost"] = new(ManageSites, Subject.StoreSite),

        ["SiteUsers.Index"] = new(ManageSites, Subject.Nothing),
        ["SiteUsers.Create"] = new(ManageSites, Subject.Nothing),
        ["SiteUsers.CreatePost"] = new(ManageSites, Subject.Nothing),
        ["SiteUsers.Edit"] = new(ManageSites, Subject.SiteUser),
        ["SiteUsers.EditPost"] = new(ManageSites, Subject.SiteUser),
        ["SiteUsers.Delete"] = new(ManageSites, Subject.SiteUser),
        ["SiteUsers.DeletePost"] = new(ManageSites, Subject.SiteUser, LeadsAway: true),
    };

    /// <summary>The feature of assisted buying. What storefronts ask has proofs of its own: see <c>AssistApiTests</c>.</summary>
    public static readonly IReadOnlyDictionary<string, RouteRule> AssistedBuying = new Dictionary<string, RouteRule>(StringComparer.Ordinal)
    {
        ["Assist.Start"] = new(AssistCustomers, Subject.Customer),
        ["Assist.StartPost"] = new(AssistCustomers, Subject.Customer),
        ["Assist.Log"] = new(AssistCustomers, Subject.AssistedSession),
        ["Assist.Revoke"] = new(AssistCustomers, Subject.AssistedSession),

        ["StorefrontSecrets.Replace"] = new(ManageSites, Subject.StoreSite),
        ["StorefrontSecrets.Revoke"] = new(ManageSites, Subject.StoreSite),
    };

    /// <summary>What has to be posted for a route to do something, where its subject is not all.</summary>
    public static (string Name, string Value)[] FieldsOf(string route) => route switch
    {
        "Approvals.Answer" => [("answer", "Approve")],
        "CustomerBulk.Ask" or "CustomerBulk.Start" => [("action", "activate"), ("ids", "4nobody"), ("job", Guid.NewGuid().ToString("N"))],
        "Addresses.Choose" or "CompanyAddresses.Choose" => [("use", "Shipping")],
        "Addresses.Fields" => [("prefix", "Address")],
        "CustomerNotes.AddPost" or "CustomerNotes.EditPost" => [("text", "Matrix"), ("revision", "1")],
        "Companies.Change" => [("change", "Approve")],
        "CustomerMails.EditPost" or "CustomerMails.Test" => [("subject", "Matrix"), ("text", "{link}")],
        _ => [],
    };
}
