using Microsoft.Extensions.Localization;
using OrchardCore.Customers.Bulk;
using OrchardCore.Customers.Lists;

namespace OrchardCore.Customers.Sites;

/// <summary>Makes a site the preferred one of many customers; the one before stays among their further sites.</summary>
internal sealed class PreferredSiteAction(ICustomerManager manager, ICustomerSiteSource sites, IStringLocalizer<PreferredSiteAction> S) : CustomerRecordAction(manager)
{
    public override string Name => "site";

    public override LocalizedString Text => S["Set preferred site"];

    public override LocalizedString Hint => S["Say where these customers shop first; their former preferred site stays among their sites"];

    public override string Icon => "star";

    public override async Task<CustomerBulkInput?> GetInputAsync()
        => new(S["Site"], [.. (await sites.ReadAsync()).Offered.Select(site => new CustomerFilterOption(site.Code, site.Name))], IsRequired: true);

    protected override bool Change(CustomerPart part, string? value)
    {
        if (part.PreferredSite == value)
        {
            return false;
        }

        part.Sites = [.. part.Sites.Prepend(part.PreferredSite).OfType<string>().Where(code => code != value)];
        part.PreferredSite = value;

        return true;
    }
}
