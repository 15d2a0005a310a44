using OrchardCore.Infrastructure;

namespace OrchardCore.Customers.Companies.Members;

/// <summary>Puts what is wrong with a membership beside the fields of its form.</summary>
internal static class MembershipErrors
{
    public static ResultError Name(ResultError error) => error.Key switch
    {
        nameof(Membership.RoleIds) => new ResultError { Key = nameof(MembershipForm.UnassignedRoles), Message = error.Message },
        nameof(Membership.CustomerId) => new ResultError { Key = "", Message = error.Message },
        _ => error,
    };
}
