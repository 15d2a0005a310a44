using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Addresses;
using OrchardCore.Customers.Shared;
using OrchardCore.Infrastructure;

namespace OrchardCore.Customers.Companies;

/// <summary>
/// The recipe step <c>Companies</c> creates companies with their addresses, units and roles:
/// <c>"Companies": [{ "Name": "…", "Status": "Approved", "Units": [{ "Name": "…", "Units": [ … ] }], "Roles": [ … ] }]</c>.
/// A company that brings the <c>Id</c> of one that is there is left as it is; one that breaks a rule is reported and left out
/// with all it has.
/// </summary>
internal sealed class CompaniesRecipeStep(IStringLocalizer<CompaniesRecipeStep> S) : RowsRecipeStep<CompaniesRecipeStep.CompanyRow>("Companies", S)
{
    protected override LocalizedString Describe(int number, LocalizedString error) => S["Company {0}: {1}", number, error.Value];

    protected override async Task<Result> SaveAsync(CompanyRow row, IServiceProvider services)
    {
        var manager = services.GetRequiredService<ICompanyManager>();

        if (row.Id is not null && await manager.FindAsync(row.Id) is not null)
        {
            return Result.Success();
        }

        var company = await manager.NewAsync();
        company.ContentItemId = row.Id ?? company.ContentItemId;
        company.Alter<CompanyPart>(part =>
        {
            (part.Name, part.Status, part.IsActive, part.IsBlocked) = (row.Name, row.Status, row.IsActive, row.IsBlocked);
            (part.LegalName, part.TaxNumber, part.RegistrationNumber, part.Website) = (row.LegalName, row.TaxNumber, row.RegistrationNumber, row.Website);
            (part.ParentCompanyId, part.HeadquartersId) = (row.ParentCompanyId, row.Headquarters?.Id);
        });
        company.Alter<AddressBookPart>(book => book.Addresses = row.Addresses);

        var result = await manager.CreateAsync(company);
        var headquartersId = company.GetOrCreate<CompanyPart>().HeadquartersId!;

        if (result.Succeeded && row.Headquarters is not null)
        {
            var units = services.GetRequiredService<IBusinessUnitManager>();
            var headquarters = (await units.FindAsync(headquartersId))!;
            Write(row.Headquarters, headquarters);
            result = await units.UpdateAsync(headquarters);
        }

        result = result.Succeeded ? await CreateUnitsAsync(company.ContentItemId, headquartersId, row.Units, services) : result;

        return result.Succeeded ? await CreateRolesAsync(company.ContentItemId, row.Roles, services) : result;
    }

    private static async Task<Result> CreateUnitsAsync(string companyId, string parentId, IEnumerable<UnitRow> rows, IServiceProvider services)
    {
        var manager = services.GetRequiredService<IBusinessUnitManager>();

        foreach (var row in rows)
        {
            var unit = await manager.NewAsync(companyId, parentId);
            unit.ContentItemId = row.Id ?? unit.ContentItemId;
            Write(row, unit);
            var result = await manager.CreateAsync(unit);
            result = result.Succeeded ? await CreateUnitsAsync(companyId, unit.ContentItemId, row.Units, services) : result;

            if (!result.Succeeded)
            {
                return result;
            }
        }

        return Result.Success();
    }

    /// <summary>A role that the company has by that name already is changed.</summary>
    private static async Task<Result> CreateRolesAsync(string companyId, IEnumerable<RoleRow> rows, IServiceProvider services)
    {
        var manager = services.GetRequiredService<ICompanyRoleManager>();

        foreach (var row in rows)
        {
            var known = (await manager.FindAllAsync(companyId)).FirstOrDefault(role => role.Name.Equals(row.Name, StringComparison.OrdinalIgnoreCase));
            var role = known ?? manager.New(companyId);
            (role.Name, role.IsDefault) = (row.Name ?? "", row.IsDefault || role.IsDefault);
            (role.Permissions, role.Limits) = (row.Permissions, row.Limits);
            var result = known is null ? await manager.CreateAsync(role) : await manager.UpdateAsync(role);

            if (!result.Succeeded)
            {
                return result;
            }
        }

        return Result.Success();
    }

    private static void Write(UnitRow row, ContentItem unit) => unit.Alter<BusinessUnitPart>(part =>
    {
        (part.Name, part.Iban, part.Bic) = (row.Name ?? part.Name, row.Iban, row.Bic);
        (part.Phone, part.Email, part.Url, part.AddressIds) = (row.Phone, row.Email, row.Url, row.AddressIds);
    });

    internal sealed class CompanyRow
    {
        public string? Id { get; set; }
        public string? Name { get; set; }
        public CompanyStatus Status { get; set; }
        public bool IsActive { get; set; } = true;
        public bool IsBlocked { get; set; }
        public string? LegalName { get; set; }
        public string? TaxNumber { get; set; }
        public string? RegistrationNumber { get; set; }
        public string? Website { get; set; }
        public string? ParentCompanyId { get; set; }
        public CustomerAddress[] Addresses { get; set; } = [];
        public UnitRow? Headquarters { get; set; }
        public UnitRow[] Units { get; set; } = [];
        public RoleRow[] Roles { get; set; } = [];
    }

    internal sealed class UnitRow
    {
        public string? Id { get; set; }
        public string? Name { get; set; }
        public string? Iban { get; set; }
        public string? Bic { get; set; }
        public string? Phone { get; set; }
        public string? Email { get; set; }
        public string? Url { get; set; }
        public string[] AddressIds { get; set; } = [];
        public UnitRow[] Units { get; set; } = [];
    }

    internal sealed class RoleRow
    {
        public string? Name { get; set; }
        public bool IsDefault { get; set; }
        public string[] Permissions { get; set; } = [];
        public CompanyRoleLimit[] Limits { get; set; } = [];
    }
}
