using OrchardCore.Customers.Companies;
using OrchardCore.Customers.Companies.Members;
using OrchardCore.Customers.Tests.Shared;
using Xunit;

namespace OrchardCore.Customers.Tests.Companies.Members;

/// <summary>Role × limit × amount.</summary>
public sealed class CompanyRightsTests
{
    private const string Buy = CompanyPermissionNames.BuyUpTo;

    private static readonly Dictionary<string, CompanyRole> Roles = new()
    {
        ["nothing"] = new() { Name = "nothing", Permissions = [CompanyPermissionNames.AddToCart] },
        ["small"] = Role("small", MembersSiteExtensions.Limit(Buy, 100_00)),
        ["large"] = Role("large", MembersSiteExtensions.Limit(Buy, 900_00)),
        ["yen"] = Role("yen", MembersSiteExtensions.Limit(Buy, 50_000, "JPY")),
        ["both"] = Role("both", MembersSiteExtensions.Limit(Buy, 300_00), MembersSiteExtensions.Limit(Buy, 10_000, "JPY")),
        ["zero"] = Role("zero", MembersSiteExtensions.Limit(Buy, 0)),
        ["unlimited"] = Role("unlimited"),
        ["other"] = Role("other", MembersSiteExtensions.Limit(CompanyPermissionNames.ApproveUpTo, 5)),
    };

    [Theory]
    [InlineData("", 1, "EUR", CompanyRefusal.NoRole, null)]
    [InlineData("nothing", 1, "EUR", CompanyRefusal.NoRole, null)]
    [InlineData("small", 100_00, "EUR", CompanyRefusal.None, "small")]
    [InlineData("small", 100_01, "EUR", CompanyRefusal.AboveLimit, "small")]
    [InlineData("small", 100_00, "eur", CompanyRefusal.None, "small")]
    [InlineData("small", 1, "USD", CompanyRefusal.OtherCurrency, null)]
    [InlineData("small large", 900_00, "EUR", CompanyRefusal.None, "large")]
    [InlineData("large small", 900_01, "EUR", CompanyRefusal.AboveLimit, "large")]
    [InlineData("nothing small", 100_00, "EUR", CompanyRefusal.None, "small")]
    [InlineData("small yen", 200_00, "JPY", CompanyRefusal.None, "yen")]
    [InlineData("small yen", 200_00, "EUR", CompanyRefusal.AboveLimit, "small")]
    [InlineData("both yen", 50_000, "JPY", CompanyRefusal.None, "yen")]
    [InlineData("both small", 300_00, "EUR", CompanyRefusal.None, "both")]
    [InlineData("zero", 0, "EUR", CompanyRefusal.None, "zero")]
    [InlineData("zero", 1, "EUR", CompanyRefusal.AboveLimit, "zero")]
    [InlineData("small unlimited", long.MaxValue, "EUR", CompanyRefusal.None, "unlimited")]
    [InlineData("unlimited", 1, "USD", CompanyRefusal.None, "unlimited")]
    [InlineData("other", long.MaxValue, "EUR", CompanyRefusal.None, "other")]
    [Seed("S32")]
    public void OfSeveralRolesTheHighestLimitWins(string roles, long amount, string currency, CompanyRefusal refusal, string? role)
    {
        var answer = CompanyRights.Ask(Find(roles), Buy, new(amount, currency));

        Assert.Equal((refusal == CompanyRefusal.None, refusal, role), (answer.IsAllowed, answer.Refusal, answer.Role?.Name));
    }

    [Theory]
    [InlineData("nothing", false)]
    [InlineData("zero", true)]
    [InlineData("yen", true)]
    public void WithoutAnAmountAnyLimitIsAsGoodAsNone(string roles, bool isAllowed) => Assert.Equal(isAllowed, CompanyRights.Ask(Find(roles), Buy, amount: null).IsAllowed);

    [Fact]
    public void TheAnswerSaysTheLimit()
    {
        Assert.Equal(new MinorAmount(900_00, "EUR"), CompanyRights.Ask(Find("small large"), Buy, new(5, "EUR")).Limit);
        Assert.Null(CompanyRights.Ask(Find("small unlimited"), Buy, new(5, "EUR")).Limit);
    }

    private static CompanyRole Role(string name, params CompanyRoleLimit[] limits) => new() { Name = name, Permissions = [Buy], Limits = limits };

    private static IEnumerable<CompanyRole> Find(string names) => names.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(name => Roles[name]);
}
