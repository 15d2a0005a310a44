using OrchardCore.ContentManagement;
using OrchardCore.Customers.Addresses;

namespace OrchardCore.Customers.Companies;

/// <summary>Holds the addresses of companies to the rules that those of customers obey.</summary>
internal sealed class CompanyAddresses(StoredContents contents, StoredAddresses stored, AddressBookSettler settler, AddressBookChecker checker)
{
    /// <summary>Makes of what came in what is kept, and says what is wrong with it. What was right when it was saved is not asked about again.</summary>
    public async Task CheckAsync(ContentItem company, CompanyErrors errors)
    {
        stored.Remember(company, company.Id == 0 ? [] : await contents.ReadAsync<CompanyIndex>(company.ContentItemId));

        if (await settler.SettleAsync(company) is not { } book)
        {
            return;
        }

        var count = errors.All.Count;
        checker.Check(book, errors.AddFull);

        if (errors.All.Count == count)
        {
            await settler.ConfirmAsync(company);
        }
    }
}
