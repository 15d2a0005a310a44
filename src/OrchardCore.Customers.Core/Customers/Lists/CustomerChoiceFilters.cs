using System.Linq.Expressions;
using Microsoft.Extensions.Localization;
using OrchardCore.Customers.Shared;
using OrchardCore.Modules;

namespace OrchardCore.Customers.Lists;

internal sealed class CustomerSiteFilter(CustomerFields fields, ICustomerSiteSource sites, IStringLocalizer<CustomerSiteFilter> S) : ICustomerListFilter
{
    public string Name => "site";

    public LocalizedString Label => fields.Label(nameof(CustomerPart.PreferredSite));

    public LocalizedString Hint => S["Show only customers who shop at this site first"];

    public CustomerFilterKind Kind => CustomerFilterKind.Choice;

    public async Task<IReadOnlyList<CustomerFilterOption>> GetOptionsAsync()
    {
        var list = await sites.ReadAsync();

        return [.. list.All.Where(site => site.IsWithinReach).Select(site => new CustomerFilterOption(site.Code, list.NameOf(site.Code)))];
    }

    /// <summary>A code of a site that is gone is kept by the customers who have it, and found.</summary>
    public async Task<string?> DescribeAsync(string value)
        => CodeText.IsCode(value) ? (await sites.ReadAsync()).NameOf(value) : null;

    public Task<Expression<Func<CustomerIndex, bool>>?> GetPredicateAsync(string value)
        => Task.FromResult<Expression<Func<CustomerIndex, bool>>?>(CodeText.IsCode(value) ? index => index.PreferredSite == value : null);
}

/// <summary>A filter that is answered with yes or no.</summary>
internal abstract class YesNoFilter(IStringLocalizer S) : ICustomerListFilter
{
    private const string Yes = "yes";
    private const string No = "no";

    public abstract string Name { get; }

    public abstract LocalizedString Label { get; }

    public abstract LocalizedString Hint { get; }

    public CustomerFilterKind Kind => CustomerFilterKind.Choice;

    public Task<IReadOnlyList<CustomerFilterOption>> GetOptionsAsync()
        => Task.FromResult<IReadOnlyList<CustomerFilterOption>>([new(Yes, S["Yes"]), new(No, S["No"])]);

    public Task<string?> DescribeAsync(string value) => Task.FromResult(value switch
    {
        Yes => S["Yes"].Value,
        No => S["No"].Value,
        _ => null,
    });

    public Task<Expression<Func<CustomerIndex, bool>>?> GetPredicateAsync(string value) => Task.FromResult(value switch
    {
        Yes => Condition(true),
        No => Condition(false),
        _ => null,
    });

    protected abstract Expression<Func<CustomerIndex, bool>> Condition(bool wanted);
}

internal sealed class CustomerHoldFilter(IClock clock, IStringLocalizer<CustomerHoldFilter> S) : YesNoFilter(S)
{
    public override string Name => "hold";

    public override LocalizedString Label => S["On hold"];

    public override LocalizedString Hint => S["Show only customers who are on hold now, or those who are not"];

    protected override Expression<Func<CustomerIndex, bool>> Condition(bool wanted)
    {
        var now = clock.UtcNow;

        return wanted ? index => index.HoldUntilUtc > now : index => index.HoldUntilUtc <= now;
    }
}

internal sealed class CustomerAccountFilter(IStringLocalizer<CustomerAccountFilter> S) : YesNoFilter(S)
{
    public override string Name => "account";

    public override LocalizedString Label => S["Has account"];

    public override LocalizedString Hint => S["Show only customers who can log in, or those who have no account"];

    protected override Expression<Func<CustomerIndex, bool>> Condition(bool wanted) => index => index.HasAccount == wanted;
}
