using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Shared;
using OrchardCore.Settings;

namespace OrchardCore.Customers.Transfer;

/// <summary>The texts of the record: names, ways to reach the customer, and the membership card.</summary>
internal sealed class TextColumns(CustomerFields fields, ISiteService siteService, IStringLocalizer<TextColumns> S) : ICustomerTransferColumnSource
{
    public const string Email = "Email";

    /// <summary>From these the contact name is composed.</summary>
    private static readonly HashSet<string> Names =
        [nameof(CustomerPart.Title), nameof(CustomerPart.FirstName), nameof(CustomerPart.MiddleName), nameof(CustomerPart.LastName), nameof(CustomerPart.Suffix)];

    public async Task<IReadOnlyList<ICustomerTransferColumn>> GetColumnsAsync() => Columns((await siteService.GetSettingsAsync<CustomerSettings>()).Titles);

    private IReadOnlyList<ICustomerTransferColumn> Columns(string[] titles) =>
    [
        ContactName(),
        Text(nameof(CustomerPart.Company), "Company", 20, "Lee Trading", S["The company as the customer writes it."], ["Company Name", "Organization", "Organisation"]),
        Text(nameof(CustomerPart.Email), Email, 30, "ann.lee@example.com", S["At which the customer is written to; customers are told apart by it where the settings say so."], ["Email Address", "Contact Email", "Mail"]),
        Text(nameof(CustomerPart.Phone), "Phone", 40, "+1 212 555 0100", S["3 to 15 digits, with + and whatever separates them."], ["Phone Number", "Contact Phone", "Telephone"], TransferTexts.WithoutApostrophe),
        Text(nameof(CustomerPart.SecondPhone), "Second Phone", 50, "+1 917 555 0101", S["Like Phone."], ["Mobile", "Mobile Phone", "Cell Phone", "Phone 2"], TransferTexts.WithoutApostrophe),
        Text(nameof(CustomerPart.Title), "Title", 60, "Ms.", S["How the customer is addressed; with or without the dot of a title in the settings."], ["Salutation", "Prefix", "Name Prefix"], text => Array.Find(titles, title => IsAlike(title, text)) ?? text),
        Text(nameof(CustomerPart.FirstName), "First Name", 70, "Ann", S["Part of the contact name, where that is left empty."], ["Given Name", "Forename"]),
        Text(nameof(CustomerPart.MiddleName), "Middle Name", 80, "", S["Part of the contact name, where that is left empty."], []),
        Text(nameof(CustomerPart.LastName), "Last Name", 90, "Lee", S["Part of the contact name, where that is left empty."], ["Surname", "Family Name"]),
        Text(nameof(CustomerPart.Suffix), "Suffix", 100, "", S["What follows the name, such as Jr. or PhD."], ["Name Suffix"]),
        Text(nameof(CustomerPart.MemberNumber), "Member Number", 600, "", S["The number of a membership card the customer has already."], ["Card Number", "Loyalty Number"]),
        VerificationCode(),
    ];

    /// <summary>A name that was composed follows its parts, unless the file says otherwise.</summary>
    private TransferColumn ContactName()
    {
        var field = Find(nameof(CustomerPart.ContactName));

        return new("Contact Name", field.Label, S["The name the customer is listed under. Left empty, it is composed of title, first, middle and last name and suffix."], 10)
        {
            Example = "Ann Lee",
            OtherNames = ["Name", "Full Name", "Customer Name", "Display Name"],
            Field = CustomerFields.FullName(field.Name),
            Read = customer => field.Read(Part(customer)),
            Note = cell => cell.Row.Note<ComposedName>().IsGiven = true,
            Write = cell => field.Write(cell.Part, Value(cell)),
        };
    }

    private TransferColumn Text(string property, string name, int order, string example, LocalizedString hint, string[] others, Func<string, string>? adapt = null)
    {
        var field = Find(property);

        return new(name, field.Label, hint, order)
        {
            Example = example,
            OtherNames = others,
            Field = CustomerFields.FullName(property),
            Read = customer => field.Read(Part(customer)),
            Write = cell =>
            {
                if (Names.Contains(property))
                {
                    cell.Row.Note<ComposedName>().Former ??= CustomerNormalization.Compose(cell.Part);
                }

                field.Write(cell.Part, cell.Text.Length == 0 ? null : adapt?.Invoke(cell.Text) ?? cell.Text);
            },
            Complete = Names.Contains(property) ? Compose : null,
        };
    }

    /// <summary>
    /// It proves that a card is the customer's. Who may export all customers need not get all proofs in a file that lies
    /// about, so it is written and never told.
    /// </summary>
    private TransferColumn VerificationCode()
    {
        var field = Find(nameof(CustomerPart.MemberVerificationCode));

        return new("Card Verification Code", field.Label, S["The code that proves the card is the customer's. It is imported and never exported."], 610)
        {
            OtherNames = ["Verification Code", "Member Verification Code"],
            Field = CustomerFields.FullName(field.Name),
            Write = cell => field.Write(cell.Part, Value(cell)),
        };
    }

    private static Task Compose(IReadOnlyList<CustomerTransferRow> rows)
    {
        foreach (var row in rows)
        {
            var name = row.Note<ComposedName>();
            var part = Part(row.Customer);

            if (!name.IsGiven && name.Former is not null && part.ContactName == name.Former)
            {
                part.ContactName = null;
            }
        }

        return Task.CompletedTask;
    }

    private CustomerTextField Find(string property) => fields.Texts.First(field => field.Name == property);

    private static bool IsAlike(string title, string text) => SearchText.Fold(title).TrimEnd('.') == SearchText.Fold(text).TrimEnd('.');

    private static CustomerPart Part(ContentItem customer) => customer.GetOrCreate<CustomerPart>();

    private static string? Value(CustomerTransferCell cell) => cell.Text.Length == 0 ? null : cell.Text;

    private sealed class ComposedName
    {
        /// <summary>Whether the file has a contact name.</summary>
        public bool IsGiven { get; set; }

        /// <summary>What was composed of the parts of the name before one of them changed.</summary>
        public string? Former { get; set; }
    }
}
