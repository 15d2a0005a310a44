using System.Security.Claims;

namespace OrchardCore.Customers.Lists.Views;

/// <summary>Who asks for views: a user by id, with her roles, and whether she may share views.</summary>
public sealed record ViewUser(string Id, IReadOnlyList<string> Roles, bool MayShare)
{
    public static ViewUser From(ClaimsPrincipal user, bool mayShare) => new(
        user.FindFirstValue(ClaimTypes.NameIdentifier) ?? "",
        [.. user.Identities.SelectMany(identity => identity.FindAll(identity.RoleClaimType)).Select(claim => claim.Value)],
        mayShare);
}
