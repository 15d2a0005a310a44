using Microsoft.Extensions.Localization;

namespace OrchardCore.Customers.Companies.Members;

/// <summary>Whether a member of a company may do something there. The one place that is asked: by carts, orders and the storefront.</summary>
public interface ICompanyAuthorization
{
    /// <summary>Asks for a customer in a company, with two queries.</summary>
    /// <inheritdoc cref="MayAsync(Membership, string, MinorAmount?)"/>
    Task<CompanyAnswer> MayAsync(string customerId, string companyId, string permission, MinorAmount? amount = null);

    /// <summary>Asks for a membership that is known, with two queries.</summary>
    /// <param name="permission">The name of a <see cref="CompanyPermission"/>, see <see cref="CompanyPermissionNames"/>.</param>
    /// <param name="amount">How much it is about, for a permission with limits; without it, any limit is as good as none.</param>
    Task<CompanyAnswer> MayAsync(Membership membership, string permission, MinorAmount? amount = null);
}

/// <summary>Whether a member may do something, and why or why not.</summary>
public sealed record CompanyAnswer
{
    public required bool IsAllowed { get; init; }

    /// <summary>The role that says so; <see langword="null"/> when none does.</summary>
    public CompanyRole? Role { get; init; }

    /// <summary>The highest limit there is in the currency that was asked for; <see langword="null"/> when there is none, which <see cref="IsAllowed"/> tells apart.</summary>
    public MinorAmount? Limit { get; init; }

    /// <summary>Why not, as a code that does not change.</summary>
    public CompanyRefusal Refusal { get; init; }

    /// <summary>Why not, in the user's words; <see langword="null"/> when it is allowed.</summary>
    public LocalizedString? Reason { get; init; }
}

/// <summary>Why a member may not do something.</summary>
public enum CompanyRefusal
{
    /// <summary>It is allowed.</summary>
    None,

    /// <summary>The customer does not belong to the company.</summary>
    NoMember,

    /// <summary>The customer may do nothing for the company now.</summary>
    InactiveMember,

    /// <summary>Nobody has approved the company yet.</summary>
    PendingCompany,

    DeniedCompany,

    InactiveCompany,

    /// <summary>People of the company may log in and may not order.</summary>
    BlockedCompany,

    /// <summary>No role has the permission.</summary>
    NoRole,

    /// <summary>The roles have limits in other currencies only.</summary>
    OtherCurrency,

    /// <summary>It is more than the highest limit.</summary>
    AboveLimit,
}
