using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement.Handlers;
using OrchardCore.Infrastructure;

namespace OrchardCore.Customers.Companies;

internal static class CompanyResults
{
    /// <summary>What Orchard's validation found wrong, ours and other modules'.</summary>
    public static Result Of(ContentValidateResult validation) => validation.Succeeded ? Result.Success() : Result.Failed([.. validation.Errors.Select(error => new ResultError
    {
        Key = error.MemberNames.FirstOrDefault() ?? "",
        Message = new LocalizedString(error.ErrorMessage!, error.ErrorMessage!),
    })]);
}
