namespace OrchardCore.Customers.Companies.Members;

/// <summary>What several roles permit together: of several limits the highest wins.</summary>
internal static class CompanyRights
{
    /// <summary>Whether one of the roles permits this, up to this amount.</summary>
    /// <param name="amount"><see langword="null"/> when it is about no amount: then any limit is as good as none.</param>
    public static CompanyAnswer Ask(IEnumerable<CompanyRole> roles, string permission, MinorAmount? amount)
    {
        var permitting = roles.Where(role => role.Has(permission)).ToList();

        if (permitting.Count == 0)
        {
            return new() { IsAllowed = false, Refusal = CompanyRefusal.NoRole };
        }

        if (permitting.Find(role => amount is null || !LimitsOf(role, permission).Any()) is { } unlimited)
        {
            return new() { IsAllowed = true, Role = unlimited };
        }

        var highest = permitting
            .SelectMany(role => LimitsOf(role, permission), (role, limit) => (Role: role, Limit: limit))
            .Where(pair => pair.Limit.Currency.Equals(amount!.Currency, StringComparison.OrdinalIgnoreCase))
            .OrderByDescending(pair => pair.Limit.Amount)
            .FirstOrDefault();

        if (highest.Role is null)
        {
            return new() { IsAllowed = false, Refusal = CompanyRefusal.OtherCurrency };
        }

        var isAllowed = amount!.Amount <= highest.Limit.Amount;

        return new()
        {
            IsAllowed = isAllowed,
            Role = highest.Role,
            Limit = new(highest.Limit.Amount, highest.Limit.Currency),
            Refusal = isAllowed ? CompanyRefusal.None : CompanyRefusal.AboveLimit,
        };
    }

    private static IEnumerable<CompanyRoleLimit> LimitsOf(CompanyRole role, string permission) => role.Limits.Where(limit => limit.Permission == permission);
}
