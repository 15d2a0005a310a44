using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using OrchardCore.Customers.Shared;
using OrchardCore.Infrastructure;

namespace OrchardCore.Customers.Companies.Members;

/// <summary>
/// The recipe step <c>Memberships</c> attaches customers to companies, by the rules of the pages:
/// <c>"Memberships": [{ "Customer": "ann@example.com", "Company": "…", "Unit": "Purchasing / Laboratory", "Roles": [ "Buyer" ], "Group": "Buyer" }]</c>.
/// Who belongs to the company already is left as it is; a row that breaks a rule is reported with its number and left out.
/// </summary>
internal sealed class MembershipsRecipeStep(IStringLocalizer<MembershipsRecipeStep> S) : RowsRecipeStep<MembershipRow>("Memberships", S)
{
    protected override LocalizedString Describe(int number, LocalizedString error) => S["Membership {0}: {1}", number, error.Value];

    protected override async Task<Result> SaveAsync(MembershipRow row, IServiceProvider services)
    {
        var memberships = services.GetRequiredService<IMembershipManager>();
        var (result, membership) = await services.GetRequiredService<MembershipRecipeReader>().ReadAsync(row);

        if (!result.Succeeded || await memberships.FindAsync(membership.CustomerId, membership.CompanyId) is not null)
        {
            return result;
        }

        result = await memberships.AttachAsync(membership);

        return result.Succeeded && row.IsDefault ? await memberships.SetDefaultAsync(membership.CustomerId, membership.CompanyId) : result;
    }
}
