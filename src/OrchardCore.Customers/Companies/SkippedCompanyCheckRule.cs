using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Addresses;

namespace OrchardCore.Customers.Companies;

/// <summary>Who saves an address of a company although it breaks the rules of its country needs a permission for it.</summary>
internal sealed class SkippedCompanyCheckRule(SkippedChecks skipped) : ICompanyRule
{
    public Task CheckAsync(ContentItem company, Action<string, LocalizedString> fail) => skipped.CheckAsync([company], (_, field, message) => fail(field, message));
}
