using Microsoft.AspNetCore.Mvc;

namespace OrchardCore.Customers.Companies.Members;

/// <summary>Where pages of memberships lead when they are left.</summary>
internal static class MembersReturn
{
    /// <summary>The value of the form's parameter <c>back</c> for who came from the company's page.</summary>
    public const string ToCompany = "company";

    /// <summary>The customer's companies.</summary>
    public static string TabUrl(IUrlHelper url, string customerId, string? returnUrl)
        => url.RouteUrl(CustomersRoutes.Display, new { id = customerId, tab = CustomerCompaniesTab.TabName, returnUrl = url.IsLocalUrl(returnUrl) ? returnUrl : null })!;

    /// <summary>The company's people.</summary>
    public static string PeopleUrl(IUrlHelper url, string companyId) => url.RouteUrl(CompaniesRoutes.Display, new { id = companyId, tab = PeopleTab.TabName })!;

    /// <summary>Where who changes a membership came from.</summary>
    public static string EditedUrl(IUrlHelper url, Membership membership, MembershipForm form)
        => form.Back == ToCompany ? PeopleUrl(url, membership.CompanyId) : TabUrl(url, membership.CustomerId, form.ReturnUrl);
}
