using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;

namespace OrchardCore.Customers.Lists;

internal sealed class ContactNameColumn(CustomerFields fields) : ICustomerListColumn
{
    public string Name => "name";

    public LocalizedString Heading => fields.Label(nameof(CustomerPart.ContactName));

    public CustomerSort? Sort => CustomerSort.ContactName;

    public object? GetValue(ContentItem customer) => customer.GetOrCreate<CustomerPart>().ContactName;
}

internal sealed class CompanyColumn(CustomerFields fields) : ICustomerListColumn
{
    public string Name => "company";

    public LocalizedString Heading => fields.Label(nameof(CustomerPart.Company));

    public CustomerSort? Sort => CustomerSort.Company;

    public object? GetValue(ContentItem customer) => customer.GetOrCreate<CustomerPart>().Company;
}

internal sealed class EmailColumn(CustomerFields fields) : ICustomerListColumn
{
    public string Name => "email";

    public LocalizedString Heading => fields.Label(nameof(CustomerPart.Email));

    public CustomerSort? Sort => null;

    public object? GetValue(ContentItem customer) => customer.GetOrCreate<CustomerPart>().Email;
}

internal sealed class PhoneColumn(CustomerFields fields) : ICustomerListColumn
{
    public string Name => "phone";

    public LocalizedString Heading => fields.Label(nameof(CustomerPart.Phone));

    public CustomerSort? Sort => null;

    public object? GetValue(ContentItem customer) => customer.GetOrCreate<CustomerPart>().Phone;
}

internal sealed class StatusColumn(CustomerFields fields) : ICustomerListColumn
{
    public string Name => "status";

    public LocalizedString Heading => fields.Label(nameof(CustomerPart.Status));

    public CustomerSort? Sort => CustomerSort.Status;

    public object? GetValue(ContentItem customer) => customer.GetOrCreate<CustomerPart>().Status;
}

internal sealed class CreatedColumn(IStringLocalizer<CreatedColumn> S) : ICustomerListColumn
{
    public string Name => "created";

    public LocalizedString Heading => S["Created"];

    public CustomerSort? Sort => CustomerSort.Created;

    public object? GetValue(ContentItem customer) => customer.CreatedUtc;
}
