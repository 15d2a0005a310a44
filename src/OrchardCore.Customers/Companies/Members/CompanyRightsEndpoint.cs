using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OrchardCore.Customers.Api;

namespace OrchardCore.Customers.Companies.Members;

/// <summary>Tells programs what a customer may do for a company, and which role says so.</summary>
internal static class CompanyRightsEndpoint
{
    public static IEndpointRouteBuilder MapCompanyRights(this IEndpointRouteBuilder routes)
    {
        routes.MapApiGet("{customerId}/companies/{companyId}/permissions/{permission}", CompaniesApiPermissions.AskCompanyRights, AskAsync);

        return routes;
    }

    private static Task<IResult> AskAsync(string customerId, string companyId, string permission, string? amount, string? currency, ClaimsPrincipal user, CompanyRightsApi api)
        => api.AskAsync(new CompanyRightsQuestion(customerId, companyId, permission, amount, currency), user);
}

/// <param name="Permission">The name of a <see cref="CompanyPermission"/>.</param>
/// <param name="Amount">As it was sent, in whole units of the currency.</param>
public sealed record CompanyRightsQuestion(string CustomerId, string CompanyId, string Permission, string? Amount, string? Currency);

/// <param name="Role">The role that says so, or comes closest to it; <see langword="null"/> when none has the permission.</param>
/// <param name="Limit">The highest limit in the currency that was asked for; <see langword="null"/> when there is none.</param>
/// <param name="Refusal">Why not, as a code that does not change; <see langword="null"/> when it is allowed.</param>
/// <param name="Reason">Why not, in words; <see langword="null"/> when it is allowed.</param>
public sealed record CompanyRightsAnswer(bool Allowed, CompanyRightsRole? Role, CompanyRightsAmount? Limit, CompanyRefusal? Refusal, string? Reason)
{
    public static CompanyRightsAnswer Of(CompanyAnswer answer) => new(
        answer.IsAllowed,
        answer.Role is { } role ? new(role.RoleId, role.Name) : null,
        answer.Limit is { } limit ? CompanyRightsAmount.Of(limit) : null,
        answer.IsAllowed ? null : answer.Refusal,
        answer.Reason?.Value);
}

public sealed record CompanyRightsRole(string Id, string Name);

/// <param name="Amount">In whole units of the currency.</param>
public sealed record CompanyRightsAmount(decimal Amount, string Currency)
{
    public static CompanyRightsAmount Of(MinorAmount amount) => new(amount.Amount / (decimal)Math.Pow(10, CurrencyAmounts.DigitsOf(amount.Currency)), amount.Currency);
}
