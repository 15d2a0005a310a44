using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Rules;
using OrchardCore.Infrastructure;

namespace OrchardCore.Customers.Companies.Members;

/// <summary>Says all at once that is wrong with an invitation; else one would hear of the membership only when the customer is right.</summary>
internal sealed class InvitationChecker(CustomerChecker customers, MembershipChecker memberships, IStringLocalizer<InvitationChecker> S)
{
    public async Task<IReadOnlyList<ResultError>> CheckAsync(ContentItem customer, Membership membership)
    {
        var errors = new List<ResultError>();

        if (string.IsNullOrWhiteSpace(customer.GetOrCreate<CustomerPart>().Email))
        {
            errors.Add(new ResultError { Key = CustomerFields.FullName(nameof(CustomerPart.Email)), Message = S["Enter an e-mail address."] });
        }
        else
        {
            errors.AddRange(await customers.CheckAsync(customer));
        }

        errors.AddRange(await memberships.CheckAsync(membership.Copy(), customer, stored: null));

        return errors;
    }
}
