using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Shared;

namespace OrchardCore.Customers.Companies.Members;

/// <summary>What can be done with a membership, on the customer's page and the company's.</summary>
public sealed class MemberLinks(ICompanyManager companies, IStringLocalizer<MemberLinks> S)
{
    /// <summary>What is asked before a customer is taken off a company.</summary>
    public Confirmation AskToDetach(string customer, string company)
        => new(S["Take {0} off {1}? The customer stays, without the roles it has there; what it asked to be approved is closed.", customer, company], S["Detach"]);

    public async Task<Confirmation> AskToDetachAsync(ContentItem customer, string companyId)
        => AskToDetach(customer.ListName(), (await companies.FindAsync(companyId))?.GetOrCreate<CompanyPart>().Name ?? S["a company that is gone"]);

    public ActionLink Edit(Membership membership, string? returnUrl, IUrlHelper url)
        => new(S["Change"], S["Change unit, roles and approval group"], "pen", Address(CompanyMembersRoutes.Edit, membership, returnUrl, url));

    public ActionLink Detach(Membership membership, string customer, string company, string? returnUrl, IUrlHelper url)
        => new(S["Detach"], S["Take the customer off the company"], "user-minus", Address(CompanyMembersRoutes.Detach, membership, returnUrl, url))
        {
            IsDangerous = true,
            Confirmation = AskToDetach(customer, company),
        };

    /// <summary>Where the forms of a membership's buttons are posted to.</summary>
    public static string Address(string routeName, Membership membership, string? returnUrl, IUrlHelper url)
        => url.RouteUrl(routeName, new { id = membership.CustomerId, companyId = membership.CompanyId, returnUrl })!;
}
