using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Rules;

namespace OrchardCore.Customers.Addresses;

/// <summary>Who saves an address although it breaks the rules of its country needs a permission for it. A recipe or a job has no user and may.</summary>
internal sealed class SkippedCheckRule(IHttpContextAccessor httpContextAccessor, IAuthorizationService authorizationService, IStringLocalizer<SkippedCheckRule> S) : ICustomerRule
{
    public async Task CheckAsync(CustomerRuleContext context)
    {
        var skipped = context.Customers
            .Where(customer => customer.Has<AddressBookPart>())
            .SelectMany(customer => customer.GetOrCreate<AddressBookPart>().Addresses.Where(address => address.IsUnchecked && address.IsChanged), (customer, address) => (customer, address))
            .ToList();

        if (skipped.Count == 0 || httpContextAccessor.HttpContext?.User is not { Identity.IsAuthenticated: true } user
            || await authorizationService.AuthorizeAsync(user, CustomersPermissions.SkipAddressValidation))
        {
            return;
        }

        foreach (var (customer, address) in skipped)
        {
            context.Fail(customer, $"{AddressBookKeys.Of(customer.GetOrCreate<AddressBookPart>(), address.Id)}.{nameof(CustomerAddress.IsUnchecked)}", S["You may not save an address without checking it."]);
        }
    }
}
