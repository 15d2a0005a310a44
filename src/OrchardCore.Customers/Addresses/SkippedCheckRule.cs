using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Rules;

namespace OrchardCore.Customers.Addresses;

/// <summary>Who saves an address although it breaks the rules of its country needs a permission for it. A recipe or a job has no user and may.</summary>
internal sealed class SkippedCheckRule(SkippedChecks skipped) : ICustomerRule
{
    public Task CheckAsync(CustomerRuleContext context) => skipped.CheckAsync(context.Customers, context.Fail);
}

/// <summary>The same for whoever has an address book.</summary>
internal sealed class SkippedChecks(IHttpContextAccessor httpContextAccessor, IAuthorizationService authorizationService, IStringLocalizer<SkippedChecks> S)
{
    /// <param name="fail">Takes the owner, the full name of a field and what is wrong with it.</param>
    public async Task CheckAsync(IEnumerable<ContentItem> owners, Action<ContentItem, string, LocalizedString> fail)
    {
        var skipped = owners
            .Where(owner => owner.Has<AddressBookPart>())
            .SelectMany(owner => owner.GetOrCreate<AddressBookPart>().Addresses.Where(address => address.IsUnchecked && address.IsChanged), (owner, address) => (owner, address))
            .ToList();

        if (skipped.Count == 0 || httpContextAccessor.HttpContext?.User is not { Identity.IsAuthenticated: true } user
            || await authorizationService.AuthorizeAsync(user, CustomersPermissions.SkipAddressValidation))
        {
            return;
        }

        foreach (var (owner, address) in skipped)
        {
            fail(owner, $"{AddressBookKeys.Of(owner.GetOrCreate<AddressBookPart>(), address.Id)}.{nameof(CustomerAddress.IsUnchecked)}", S["You may not save an address without checking it."]);
        }
    }
}
