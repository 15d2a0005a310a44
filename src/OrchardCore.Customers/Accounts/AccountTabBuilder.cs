using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Shared.Lists;
using OrchardCore.Modules;
using OrchardCore.Users.Models;

namespace OrchardCore.Customers.Accounts;

/// <summary>Says what there is of a customer's account.</summary>
internal sealed class AccountTabBuilder(AccountUsers users, AccountCodes codes, CustomerLogIns logIns, AccountMoments moments, IClock clock, IStringLocalizer<AccountTabBuilder> S)
{
    /// <summary>With a fixed number of queries.</summary>
    public async Task<AccountTabModel> BuildAsync(ContentItem customer, string? returnUrl)
    {
        var part = customer.GetOrCreate<CustomerPart>();
        var id = customer.ContentItemId;
        var user = await users.FindAsync(part.AccountId);
        var links = (await codes.FindAsync(id)).Where(code => code.State == AccountCodeState.Open).OrderByDescending(code => code.CreatedUtc).ToList();
        var isOpen = links.Exists(code => code.IsLive(clock.UtcNow));

        return new AccountTabModel
        {
            CustomerId = id,
            ReturnUrl = returnUrl,
            HasAccount = !string.IsNullOrEmpty(part.AccountId),
            MayInvite = part.Email is not null && part.Status == CustomerStatus.Active,
            WhyNot = part.Email is null ? S["Without an e-mail address no link can be sent."].Value
                : part.Status == CustomerStatus.Inactive ? S["An inactive customer can't log in. Activate the customer first."].Value
                : null,
            WasInvited = links.Count > 0,
            MayRevoke = isOpen,
            State = State(part, user, links.FirstOrDefault()),
            Facts = [.. await AccountFactsAsync(id, part, user), .. await LinkFactsAsync(links), .. await moments.MailFactsAsync(id)],
        };
    }

    private ListBadge State(CustomerPart part, User? user, AccountCode? link)
    {
        if (!string.IsNullOrEmpty(part.AccountId))
        {
            return user is null ? new(S["The user is gone"], "triangle-exclamation", "danger")
                : user.IsEnabled ? new(S["Has an account"], "circle-check", "success")
                : new(S["Account, disabled"], "circle-pause", "secondary");
        }

        return link is null ? new(S["No account"], "circle-user", "secondary")
            : link.IsLive(clock.UtcNow) ? new(S["Invited"], "envelope", "primary")
            : new(S["Invited, too long ago"], "triangle-exclamation", "warning");
    }

    private async Task<IReadOnlyList<CustomerFact>> AccountFactsAsync(string id, CustomerPart part, User? user)
    {
        if (user is null)
        {
            return [];
        }

        var logIn = (await logIns.FindLastAsync([id])).TryGetValue(id, out var utc) ? await moments.WhenAsync(utc, by: null) : S["Never"].Value;
        var isCustomerOnly = await users.IsCustomerOnlyAsync(user);

        return
        [
            new(S["Logs in with"], user.Email)
            {
                Detail = isCustomerOnly || AccountStore.IsSameEmail(part.Email, user.Email) ? null : S["The user's own address: this account has other rights on the site."].Value,
            },
            new(S["Last log-in"], logIn),
            new(S["User"], user.UserName) { Detail = isCustomerOnly ? null : S["With other roles: {0}", string.Join(", ", user.RoleNames)].Value },
        ];
    }

    private async Task<IReadOnlyList<CustomerFact>> LinkFactsAsync(IEnumerable<AccountCode> links)
    {
        var facts = new List<CustomerFact>();

        foreach (var link in links)
        {
            facts.Add(new(moments.Label(link.Purpose), link.Email)
            {
                Detail = string.Join(" – ", await moments.WhenAsync(link.CreatedUtc, link.CreatedBy), await moments.UntilAsync(link)),
            });
        }

        return facts;
    }
}

/// <summary>The tab Account.</summary>
public sealed class AccountTabModel
{
    public required string CustomerId { get; init; }

    public required string? ReturnUrl { get; init; }

    public required bool HasAccount { get; init; }

    public required bool MayInvite { get; init; }

    /// <summary>Why no link can be sent; <see langword="null"/> when one can.</summary>
    public required string? WhyNot { get; init; }

    public required bool WasInvited { get; init; }

    public required bool MayRevoke { get; init; }

    public required ListBadge State { get; init; }

    public required IReadOnlyList<CustomerFact> Facts { get; init; }
}
