using OrchardCore.Customers.Addresses;

namespace OrchardCore.Customers.Companies;

/// <summary>
/// Changes the addresses of companies one by one, as <see cref="IAddressBookManager"/> does those of customers: what it calls a
/// customer's id is a company's here.
/// </summary>
public interface ICompanyAddressManager : IAddressBookManager;
