using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Shared;
using OrchardCore.Customers.Shared.Lists;
using OrchardCore.Modules;

namespace OrchardCore.Customers.Companies.Members;

/// <summary>Says what a customer is in a company.</summary>
public sealed class MembershipCards(MembershipTexts texts, MembershipAddresses addresses, MemberLinks links, ILocalClock localClock, IStringLocalizer<MembershipCards> S)
{
    public async Task<MembershipCard> BuildAsync(Membership membership, ContentItem customer, MembershipDirectory known)
    {
        var company = known.Companies.GetValueOrDefault(membership.CompanyId);
        var name = known.CompanyOf(membership);

        return new(membership.CompanyId, name ?? S["A company that is gone"].Value)
        {
            IsGone = company is null,
            IsActive = membership.IsActive,
            IsDefault = membership.IsDefault,
            Badges = [.. Badges(membership, company)],
            Since = await localClock.ToSiteZoneAsync(membership.SinceUtc),
            Facts = [.. Facts(membership, customer, company, known)],
            Detach = links.AskToDetach(customer.ListName(), name ?? S["a company that is gone"]),
        };
    }

    private IEnumerable<MembershipFact> Facts(Membership membership, ContentItem customer, ContentItem? company, MembershipDirectory known)
    {
        yield return new(texts.Label(nameof(Membership.UnitId)), known.Units.GetValueOrDefault(membership.UnitId));
        yield return new(texts.Label(nameof(Membership.RoleIds)), known.RolesOf(membership) is { Count: > 0 } roles ? string.Join(", ", roles) : null);
        yield return new(texts.Label(nameof(Membership.Group)), membership.Group is { } group ? texts.Label(group).Value : null);
        yield return new(texts.Label(nameof(Membership.ContactType)), membership.ContactType == ContactType.None ? null : texts.Label(membership.ContactType).Value);

        foreach (var (label, chosen) in new[] { (nameof(Membership.Billing), membership.Billing), (nameof(Membership.Shipping), membership.Shipping) })
        {
            if (addresses.Print(chosen, customer, company) is { } address)
            {
                yield return new(texts.Label(label), address);
            }
        }
    }

    private IEnumerable<ListBadge> Badges(Membership membership, ContentItem? company)
    {
        if (membership.IsDefault)
        {
            yield return new(S["Default"], "star", "primary");
        }

        if (!membership.IsActive)
        {
            yield return new(S["Not active"], "circle-pause", "secondary");
        }

        if (company?.GetOrCreate<CompanyPart>().MayOrder() == false)
        {
            yield return new(S["The company may not order"], "triangle-exclamation", "warning");
        }
    }
}

/// <param name="Name">The company's name.</param>
public sealed record MembershipCard(string CompanyId, string Name)
{
    public required bool IsGone { get; init; }

    public required bool IsActive { get; init; }

    public required bool IsDefault { get; init; }

    public required IReadOnlyList<ListBadge> Badges { get; init; }

    /// <summary>In the site's zone.</summary>
    public required DateTimeOffset Since { get; init; }

    public required IReadOnlyList<MembershipFact> Facts { get; init; }

    public required Confirmation Detach { get; init; }
}

public sealed record MembershipFact(string Label, string? Text);
