using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Modules;

namespace OrchardCore.Customers.Lists;

internal sealed class CompanyColumn(CustomerFields fields) : CustomerItemColumn
{
    public override string Name => "company";

    public override LocalizedString Heading => fields.Label(nameof(CustomerPart.Company));

    public override int Order => 10;

    public override CustomerSort? Sort => CustomerSort.Company;

    protected override CustomerCell GetCell(ContentItem customer) => new CustomerCell.Text(customer.GetOrCreate<CustomerPart>().Company);
}

internal sealed class EmailColumn(CustomerFields fields) : CustomerItemColumn
{
    public override string Name => "email";

    public override LocalizedString Heading => fields.Label(nameof(CustomerPart.Email));

    public override int Order => 20;

    protected override CustomerCell GetCell(ContentItem customer) => new CustomerCell.Email(customer.GetOrCreate<CustomerPart>().Email);
}

internal sealed class PhoneColumn(CustomerFields fields) : CustomerItemColumn
{
    public override string Name => "phone";

    public override LocalizedString Heading => fields.Label(nameof(CustomerPart.Phone));

    public override int Order => 30;

    protected override CustomerCell GetCell(ContentItem customer) => new CustomerCell.Text(customer.GetOrCreate<CustomerPart>().Phone);
}

internal sealed class StatusColumn(CustomerFields fields, IClock clock) : CustomerItemColumn
{
    public override string Name => "status";

    public override LocalizedString Heading => fields.Label(nameof(CustomerPart.Status));

    public override int Order => 40;

    public override CustomerSort? Sort => CustomerSort.Status;

    protected override CustomerCell GetCell(ContentItem customer) => new CustomerCell.Badges(CustomerBadges.For(customer.GetOrCreate<CustomerPart>(), clock.UtcNow, fields));
}

internal sealed class CreatedColumn(IStringLocalizer<CreatedColumn> S) : CustomerItemColumn
{
    public override string Name => "created";

    public override LocalizedString Heading => S["Created"];

    public override int Order => 50;

    public override CustomerSort? Sort => CustomerSort.Created;

    protected override CustomerCell GetCell(ContentItem customer) => new CustomerCell.Time(customer.CreatedUtc);
}
