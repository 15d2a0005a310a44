using System.Globalization;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Modules;

namespace OrchardCore.Customers.Lists;

/// <summary>Columns of the record that are not shown by default.</summary>
internal sealed class RecordColumns(CustomerFields fields, IClock clock, IStringLocalizer<RecordColumns> S) : ICustomerColumnSource
{
    private const int FirstOrder = 100;

    public Task<IReadOnlyList<ICustomerListColumn>> GetColumnsAsync()
    {
        (string Name, LocalizedString Heading, CustomerSort? Sort, Func<ContentItem, CustomerPart, CustomerCell> Cell)[] columns =
        [
            ("id", fields.Label(nameof(CustomerPart.CustomId)), null, (_, part) => Text(part.CustomId)),
            ("number", fields.Label(nameof(CustomerPart.Number)), CustomerSort.Number, (_, part) => Text(part.Number)),
            ("title", fields.Label(nameof(CustomerPart.Title)), null, (_, part) => Text(part.Title)),
            ("firstname", fields.Label(nameof(CustomerPart.FirstName)), CustomerSort.FirstName, (_, part) => Text(part.FirstName)),
            ("middlename", fields.Label(nameof(CustomerPart.MiddleName)), null, (_, part) => Text(part.MiddleName)),
            ("lastname", fields.Label(nameof(CustomerPart.LastName)), CustomerSort.LastName, (_, part) => Text(part.LastName)),
            ("suffix", fields.Label(nameof(CustomerPart.Suffix)), null, (_, part) => Text(part.Suffix)),
            ("secondphone", fields.Label(nameof(CustomerPart.SecondPhone)), null, (_, part) => Text(part.SecondPhone)),
            ("dateofbirth", fields.Label(nameof(CustomerPart.DateOfBirth)), null, (_, part) => Text(part.DateOfBirth?.ToString("d", CultureInfo.CurrentCulture))),
            ("gender", fields.Label(nameof(CustomerPart.Gender)), null, (_, part) => Text(string.IsNullOrEmpty(part.Gender) ? null : fields.GenderLabel(part.Gender).Value)),
            ("language", fields.Label(nameof(CustomerPart.Language)), null, (_, part) => Text(part.Language)),
            ("currency", fields.Label(nameof(CustomerPart.Currency)), null, (_, part) => Text(part.Currency)),
            ("site", fields.Label(nameof(CustomerPart.PreferredSite)), CustomerSort.PreferredSite, (_, part) => Text(part.PreferredSite)),
            ("sites", fields.Label(nameof(CustomerPart.Sites)), null, (_, part) => new CustomerCell.Labels(part.Sites)),
            ("hold", S["On hold"], null, (_, part) => Hold(part.Hold)),
            ("account", S["Has account"], null, (_, part) => Text(string.IsNullOrEmpty(part.AccountId) ? S["No"] : S["Yes"])),
            ("business", S["Business name"], null, (_, part) => Text(part.Business?.Name)),
            ("taxnumber", S["Tax number"], null, (_, part) => Text(part.Business?.TaxNumber)),
            ("registrationnumber", S["Registration number"], null, (_, part) => Text(part.Business?.RegistrationNumber)),
            ("membernumber", S["Member number"], null, (_, part) => Text(part.MemberNumber)),
            ("references", S["References"], null, (_, part) => new CustomerCell.Labels([.. part.References.Select(reference => $"{reference.Key}: {reference.Value}")])),
            ("modified", S["Last changed"], null, (customer, _) => new CustomerCell.Time(customer.ModifiedUtc)),
            ("modifiedby", S["Last changed by"], null, (customer, _) => Text(customer.Author)),
        ];

        return Task.FromResult<IReadOnlyList<ICustomerListColumn>>(
            [.. columns.Select((column, index) => new RecordColumn(column.Name, column.Heading, FirstOrder + index, column.Sort, column.Cell))]);
    }

    private static CustomerCell.Text Text(string? value) => new(value);

    private CustomerCell Hold(CustomerHold? hold)
        => hold?.IsInForce(clock.UtcNow) != true ? Text(null)
            : string.IsNullOrEmpty(hold.Reason) ? Text(S["On hold"])
            : Text(S["On hold: {0}", hold.Reason]);

    private sealed class RecordColumn(string name, LocalizedString heading, int order, CustomerSort? sort, Func<ContentItem, CustomerPart, CustomerCell> cell) : CustomerItemColumn
    {
        public override string Name => name;

        public override LocalizedString Heading => heading;

        public override int Order => order;

        public override bool IsShownByDefault => false;

        public override CustomerSort? Sort => sort;

        protected override CustomerCell GetCell(ContentItem customer) => cell(customer, customer.GetOrCreate<CustomerPart>());
    }
}
