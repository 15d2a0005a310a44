using System.Text.Json.Nodes;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Shared;

namespace OrchardCore.Customers.Lists;

/// <summary>A column for each field that the merchant added to the type, whichever of its parts it stands on: <c>field:Customer.Nickname</c>.</summary>
internal sealed class ContentFieldColumns(CustomerCustomFields fields) : ICustomerColumnSource
{
    private const int FirstOrder = 1000;

    /// <summary>Items as they are stored, each read once whatever the number of columns.</summary>
    private readonly Dictionary<ContentItem, JsonObject> _stored = [];

    public async Task<IReadOnlyList<ICustomerListColumn>> GetColumnsAsync()
        => [.. (await fields.ListAsync(CustomersConstants.ContentTypes.Customer)).Select((field, index) => new FieldColumn(this, field, FirstOrder + index))];

    private CustomerCell Read(ContentItem customer, CustomField field)
    {
        if (!_stored.TryGetValue(customer, out var stored))
        {
            _stored[customer] = stored = CustomerCustomFields.Stored(customer);
        }

        return fields.Read(stored, field);
    }

    private sealed class FieldColumn(ContentFieldColumns source, CustomField custom, int order) : CustomerItemColumn
    {
        private const int MaxText = 200;

        public override string Name => $"field:{custom.Part}.{custom.Name}";

        public override LocalizedString Heading => new(custom.Label, custom.Label);

        public override int Order => order;

        public override bool IsShownByDefault => false;

        /// <summary>A long text is told by how it begins.</summary>
        protected override CustomerCell GetCell(ContentItem customer)
            => source.Read(customer, custom) is var cell && cell is CustomerCell.Text { Value: { Length: > MaxText } text } ? new CustomerCell.Text(VisibleText.Shorten(text, MaxText)) : cell;
    }
}
