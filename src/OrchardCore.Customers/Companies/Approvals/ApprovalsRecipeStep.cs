using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using OrchardCore.Customers.Companies.Members;
using OrchardCore.Customers.Shared;
using OrchardCore.Infrastructure;

namespace OrchardCore.Customers.Companies.Approvals;

/// <summary>
/// The recipe step <c>Approvals</c> asks for approvals as a cart would, so that a site can be shown and tried without a shop:
/// <c>"Approvals": [{ "Customer": "ann@example.com", "Company": "…", "Kind": "cart", "Id": "2041", "Amount": 125050, "Currency": "EUR" }]</c>.
/// What was asked for already is left as it is; a row that breaks a rule is reported with its number and left out.
/// </summary>
internal sealed class ApprovalsRecipeStep(IStringLocalizer<ApprovalsRecipeStep> S) : RowsRecipeStep<ApprovalsRecipeStep.ApprovalRow>("Approvals", S)
{
    protected override LocalizedString Describe(int number, LocalizedString error) => S["Approval {0}: {1}", number, error.Value];

    protected override async Task<Result> SaveAsync(ApprovalRow row, IServiceProvider services)
    {
        var approvals = services.GetRequiredService<IApprovalService>();
        var reader = services.GetRequiredService<MembershipRecipeReader>();
        var errors = new List<ResultError>();
        var customer = await reader.FindCustomerAsync(row.Customer, Fail);
        var company = await reader.FindCompanyAsync(row.Company, Fail);

        if (errors.Count > 0)
        {
            return Result.Failed([.. errors]);
        }

        var subject = new ApprovalSubject { Kind = row.Kind ?? "", Id = row.Id ?? "" };

        return await approvals.FindOpenAsync(subject.Kind, subject.Id) is not null
            ? Result.Success()
            : (await approvals.RequestAsync(new ApprovalRequest(customer!, company!.ContentItemId, subject, new(row.Amount, row.Currency ?? "")) { Comment = row.Comment })).Result;

        void Fail(LocalizedString message) => errors.Add(new ResultError { Key = "", Message = message });
    }

    /// <summary>An approval as recipes have it.</summary>
    internal sealed class ApprovalRow
    {
        /// <summary>Who asks: number, custom id, e-mail address or content item id.</summary>
        public string? Customer { get; set; }

        /// <summary>The company's name or content item id.</summary>
        public string? Company { get; set; }

        /// <inheritdoc cref="ApprovalSubject.Kind"/>
        public string? Kind { get; set; }

        /// <inheritdoc cref="ApprovalSubject.Id"/>
        public string? Id { get; set; }

        /// <summary>In minor units of the currency.</summary>
        public long Amount { get; set; }

        /// <summary>A currency code (ISO 4217).</summary>
        public string? Currency { get; set; }

        public string? Comment { get; set; }
    }
}
