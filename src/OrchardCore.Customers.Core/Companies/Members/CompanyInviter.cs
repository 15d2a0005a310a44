using OrchardCore.ContentManagement;
using OrchardCore.Infrastructure;
using OrchardCore.Modules;
using YesSql;

namespace OrchardCore.Customers.Companies.Members;

/// <summary>Makes a customer of somebody who is none yet, attaches it to a company and, where there are accounts, invites it to have one.</summary>
public interface ICompanyInviter
{
    /// <summary>Whether who is invited gets a mail.</summary>
    bool SendsMail { get; }

    /// <summary>Does all of it, or nothing. The keys of errors are names of <see cref="Membership"/> properties, full names of the customer's fields, or empty.</summary>
    Task<Result> InviteAsync(CompanyInvitation invitation);
}

/// <summary>Who is invited, and as what.</summary>
/// <param name="Membership">Company, unit, roles and group; whose it is, is not known yet.</param>
public sealed record CompanyInvitation(string? Email, string? ContactName, Membership Membership)
{
    /// <summary>The ids of the customer groups the new customer is in.</summary>
    public IReadOnlyList<string> CustomerGroups { get; init; } = [];
}

internal sealed class CompanyInviter(
    ISession session,
    ICustomerManager customers,
    IMembershipManager memberships,
    IEnumerable<ICustomerInviter> inviters,
    InvitationChecker checker,
    IClock clock) : ICompanyInviter
{
    public bool SendsMail => inviters.Any();

    public async Task<Result> InviteAsync(CompanyInvitation invitation)
    {
        var customer = await customers.NewAsync();
        customer.Alter<CustomerPart>(part =>
        {
            part.Email = invitation.Email?.Trim();
            part.ContactName = string.IsNullOrWhiteSpace(invitation.ContactName) ? part.Email : invitation.ContactName;
            part.Groups = [.. invitation.CustomerGroups];
        });

        var membership = invitation.Membership.Copy();
        membership.CustomerId = customer.ContentItemId;
        membership.InvitedUtc = clock.UtcNow;

        if (await checker.CheckAsync(customer, membership) is { Count: > 0 } errors)
        {
            return Result.Failed([.. errors]);
        }

        var result = await customers.CreateAsync(customer);
        result = result.Succeeded ? await memberships.AttachAsync(membership) : result;

        foreach (var inviter in result.Succeeded ? inviters : [])
        {
            result = await inviter.InviteAsync(customer);
        }

        if (!result.Succeeded)
        {
            // Nothing stays of who was made for it.
            await session.CancelAsync();
        }

        return result;
    }
}
