using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Addresses;
using OrchardCore.Infrastructure;

namespace OrchardCore.Customers.Companies;

internal sealed class CompanyAddressManager(IStringLocalizer<AddressBookManager> S) : AddressBookManager(S), ICompanyAddressManager
{
    protected override string RevisionKey => $"{nameof(CompanyPart)}.{nameof(CompanyPart.Revision)}";

    protected override Task<ContentItem?> FindAsync(IServiceProvider services, string ownerId) => services.GetRequiredService<ICompanyManager>().FindAsync(ownerId);

    protected override Task<Result> SaveAsync(IServiceProvider services, ContentItem owner) => services.GetRequiredService<ICompanyManager>().UpdateAsync(owner);
}
