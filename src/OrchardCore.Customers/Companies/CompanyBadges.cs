using Microsoft.Extensions.Localization;
using OrchardCore.Customers.Shared.Lists;

namespace OrchardCore.Customers.Companies;

/// <summary>The states of a company, in words with a shape.</summary>
public sealed class CompanyBadges(IStringLocalizer<CompanyBadges> S)
{
    public IReadOnlyList<ListBadge> Of(CompanyPart part)
    {
        var badges = new List<ListBadge> { Of(part.Status) };

        if (!part.IsActive)
        {
            badges.Add(new(S["Inactive"], "circle-pause", "secondary"));
        }

        if (part.IsBlocked)
        {
            badges.Add(new(S["Blocked"], "lock", "danger"));
        }

        return badges;
    }

    public string Text(CompanyStatus status) => status switch
    {
        CompanyStatus.Approved => S["Approved"],
        CompanyStatus.Denied => S["Denied"],
        _ => S["Pending"],
    };

    private ListBadge Of(CompanyStatus status) => status switch
    {
        CompanyStatus.Approved => new(Text(status), "check", "success"),
        CompanyStatus.Denied => new(Text(status), "xmark", "secondary"),
        _ => new(Text(status), "circle-info", "warning"),
    };
}
