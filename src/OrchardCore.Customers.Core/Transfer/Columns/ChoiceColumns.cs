using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Shared;
using OrchardCore.Settings;

namespace OrchardCore.Customers.Transfer;

/// <summary>The date of birth, and what is one of a list: status, gender, language, currency, sites.</summary>
internal sealed class ChoiceColumns(
    CustomerFields fields,
    ISiteService siteService,
    ICustomerSiteSource siteSource,
    TransferTexts texts,
    TransferDates dates,
    IStringLocalizer<ChoiceColumns> S) : ICustomerTransferColumnSource
{
    public async Task<IReadOnlyList<ICustomerTransferColumn>> GetColumnsAsync()
    {
        var settings = await siteService.GetSettingsAsync<CustomerSettings>();
        var sites = await siteSource.ReadAsync();
        string[] codes = [.. sites.Offered.Select(site => site.Code)];

        return
        [
            Column(nameof(CustomerPart.Status), "Status", 130, "Active", S["Active or Inactive. A new customer is active unless the cell says otherwise; an empty one changes nothing."],
                ["Active", "Is Active", "Enabled", "Customer Status"], part => part.Status.ToString(), WriteStatus, Enum.GetNames<CustomerStatus>()),
            Column(nameof(CustomerPart.DateOfBirth), "Date Of Birth", 300, "1984-05-23", S["Year, month and day (ISO 8601). Other spellings are understood as long as they can only mean one day."],
                ["Birth Date", "Birthday", "DOB"], part => part.DateOfBirth is { } date ? TransferDates.Write(date) : null, WriteDate, []),
            Column(nameof(CustomerPart.Gender), "Gender", 310, settings.Genders.FirstOrDefault() ?? "", S["One of the genders in the customer settings; empty when not said."],
                ["Sex"], part => part.Gender, cell => WriteGender(cell, settings), settings.Genders),
            Column(nameof(CustomerPart.Language), "Language", 320, "en-US", S["A language tag (BCP 47) like de or de-AT; de_AT is understood, too."],
                ["Preferred Language", "Locale", "Locale Name"], part => part.Language, cell => cell.Part.Language = cell.Text.Length == 0 ? null : cell.Text.Replace('_', '-'), []),
            Column(nameof(CustomerPart.Currency), "Currency", 330, "USD", S["A currency code (ISO 4217) like EUR."],
                ["Preferred Currency", "Currency Code"], part => part.Currency, cell => cell.Part.Currency = cell.Text.Length == 0 ? null : cell.Text, []),
            Column(nameof(CustomerPart.PreferredSite), "Preferred Site", 340, codes.FirstOrDefault() ?? "", S["The code or the name of the site the customer shops at first."],
                ["Site", "Preferred Store"], part => part.PreferredSite, cell => cell.Part.PreferredSite = ReadSites(cell, sites, [cell.Text]).FirstOrDefault(), codes),
            Column(nameof(CustomerPart.Sites), "Further Sites", 350, "", S["The codes or names of the further sites the customer shops at, with ; between."],
                ["Sites"], part => TransferTexts.Join(part.Sites), cell => cell.Part.Sites = ReadSites(cell, sites, TransferTexts.Several(cell.Text)), codes),
        ];
    }

    private TransferColumn Column(string property, string name, int order, string example, LocalizedString hint, string[] others, Func<CustomerPart, string?> read, Action<CustomerTransferCell> write, string[] codes)
        => new(name, fields.Label(property), hint, order)
        {
            Example = example,
            OtherNames = others,
            Codes = codes,
            Field = CustomerFields.FullName(property),
            Read = customer => read(customer.GetOrCreate<CustomerPart>()),
            Write = write,
        };

    private void WriteStatus(CustomerTransferCell cell)
    {
        if (cell.Text.Length == 0)
        {
            return;
        }

        var folded = SearchText.Fold(cell.Text);
        CustomerStatus? status = Enum.GetValues<CustomerStatus>().Where(known => IsCalled(known, folded)).Select(known => (CustomerStatus?)known).FirstOrDefault()
            ?? (folded == "enabled" ? CustomerStatus.Active
                : folded == "disabled" ? CustomerStatus.Inactive
                : texts.ReadAnswer(cell.Text) is { } isActive ? isActive ? CustomerStatus.Active : CustomerStatus.Inactive : null);

        if (status is { } read)
        {
            cell.Part.Status = read;
        }
        else
        {
            cell.Fail(S["“{0}” is no status. Write Active or Inactive.", cell.Text]);
        }
    }

    private bool IsCalled(CustomerStatus status, string folded) => SearchText.Fold(status.ToString()) == folded || SearchText.Fold(fields.Label(status)) == folded;

    private void WriteDate(CustomerTransferCell cell)
    {
        if (cell.Text.Length == 0)
        {
            cell.Part.DateOfBirth = null;
            return;
        }

        var (date, problem) = dates.Read(cell.Text);

        if (problem is not null)
        {
            cell.Fail(problem);
        }
        else
        {
            cell.Part.DateOfBirth = date;
        }
    }

    /// <summary>As the settings have it, as the user reads it, or by its first letter when no other begins with that.</summary>
    private void WriteGender(CustomerTransferCell cell, CustomerSettings settings)
    {
        var folded = SearchText.Fold(cell.Text);

        if (folded.Length == 0 || folded == SearchText.Fold(fields.GenderLabel(null)) || folded == "not specified")
        {
            cell.Part.Gender = null;
            return;
        }

        var called = settings.Genders.Where(gender => SearchText.Fold(gender) == folded || SearchText.Fold(fields.GenderLabel(gender)) == folded).ToList();
        var beginning = called.Count > 0 || folded.Length > 1 ? called : [.. settings.Genders.Where(gender => SearchText.Fold(gender).StartsWith(folded, StringComparison.Ordinal))];

        if (beginning.Count == 1)
        {
            cell.Part.Gender = beginning[0];
        }
        else
        {
            cell.Fail(texts.Suggest(S["“{0}” is no gender of this site.", cell.Text], NearestTexts.Find(cell.Text, settings.Genders, gender => gender), S["Use one of: {0}.", string.Join(", ", settings.Genders)]));
        }
    }

    /// <summary>A site that is not offered any more stays with those who have it.</summary>
    private string[] ReadSites(CustomerTransferCell cell, CustomerSiteList sites, string[] named)
    {
        var found = new List<string>(named.Length);
        string?[] had = [cell.Part.PreferredSite, .. cell.Part.Sites];

        foreach (var text in named.Where(text => text.Length > 0).TakeWhile(_ => !cell.Row.IsHopeless))
        {
            var site = sites.Find(text) ?? sites.All.FirstOrDefault(known => SearchText.Fold(known.Name) == SearchText.Fold(text));

            if (had.FirstOrDefault(code => text.Equals(code, StringComparison.OrdinalIgnoreCase)) is { } kept)
            {
                found.Add(kept);
            }
            else if (site is { IsActive: true })
            {
                found.Add(site.Code);
            }
            else
            {
                cell.Fail(site is not null
                    ? S["The site “{0}” is not active. Choose another one.", text]
                    : texts.Suggest(S["There is no site “{0}”.", text], [.. NearestTexts.Find(text, sites.Offered, known => known.Code, known => known.Name).Select(known => known.Code)], S["Sites are named in the settings."]));
            }
        }

        return [.. found];
    }
}
