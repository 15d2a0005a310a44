using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Shared;

namespace OrchardCore.Customers.Companies.Members;

/// <summary>What is asked before something is done with a membership.</summary>
public sealed class MemberLinks(ICompanyManager companies, IStringLocalizer<MemberLinks> S)
{
    public Confirmation AskToDetach(string customer, string company)
        => new(S["Take {0} off {1}? The customer stays, without the roles it has there. What it asked to be approved is closed.", customer, company], S["Detach"]);

    public async Task<Confirmation> AskToDetachAsync(ContentItem customer, string companyId)
        => AskToDetach(customer.ListName(), (await companies.FindAsync(companyId))?.GetOrCreate<CompanyPart>().Name ?? S["a company that is gone"]);
}
