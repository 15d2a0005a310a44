using System.Linq.Expressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Lists;
using OrchardCore.Customers.Shared;
using OrchardCore.Customers.Tests.Shared;
using OrchardCore.Security.Permissions;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.Customers;

/// <summary>What another module adds to the list with nothing but the extension points.</summary>
public sealed class CustomerListExtensionTests : IAsyncLifetime
{
    private readonly TagColumn _column = new();
    private TestSite _site = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await CustomersSite.StartAsync(TestSiteDatabase.Sqlite, [], services => services
            .AddSingleton<ICustomerListColumn>(_column)
            .AddSingleton<ICustomerListFilter, CompanyFilter>()
            .AddSingleton<ICustomerAction, ReleaseAction>());

        await _site.AddAsync(part => (part.ContactName, part.Company) = ("Anna Held", "Acme"));
        await _site.AddAsync(part => (part.ContactName, part.Company, part.Status) = ("Bert Free", "Bolt", CustomerStatus.Inactive));
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task AColumnStandsWhereItsOrderSaysAndIsAskedOncePerPage()
    {
        using var admin = await SiteUser.AdminAsync(_site);
        var list = await admin.GetAsync("/Admin/Customers");

        Assert.Matches("Contact name\\s+Company\\s+Tags\\s+E-mail", list.Text);
        Assert.Matches("Anna Held.*data-label=\"Tags\">.*>old</bdi>.*>loyal</bdi>.*Bert Free", list.Html.ReplaceLineEndings(" "));
        Assert.Equal([2], _column.Asked);
    }

    [Fact]
    public async Task ATextFilterNarrowsTheListKeepsItsValueAndCanBeDropped()
    {
        using var admin = await SiteUser.AdminAsync(_site);

        var narrowed = await admin.GetAsync("/Admin/Customers?firm=bol");
        Assert.Contains("Bert Free", narrowed.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Anna Held", narrowed.Text, StringComparison.Ordinal);
        Assert.Matches("<input[^>]* name=\"firm\" value=\"bol\"", narrowed.Html);

        Assert.Contains("Drop the filter “Firm: begins with zzz”", (await admin.GetAsync("/Admin/Customers?firm=zzz")).Text, StringComparison.Ordinal);

        var ignored = await admin.GetAsync("/Admin/Customers?firm=1");
        Assert.Contains("Anna Held", ignored.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("firm=1", ignored.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnActionAsksInItsOwnWordsAndOnlyWhereItApplies()
    {
        using var admin = await SiteUser.AdminAsync(_site);

        var list = await admin.GetAsync("/Admin/Customers");
        Assert.Contains("data-confirm=\"Release Anna Held?\" data-verb=\"Release\"", list.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Release Bert Free?", list.Html, StringComparison.Ordinal);

        foreach (var (search, isOffered) in new[] { ("anna", true), ("bert", false) })
        {
            var found = await _site.InScopeAsync(services => services.GetRequiredService<ICustomerFinder>().FindAsync(new CustomerQuery { Search = search }, new()));
            var id = Assert.Single(found.Customers).ContentItemId;

            foreach (var path in new[] { $"/Admin/Customers/{id}", $"/Admin/Customers/{id}/Edit" })
            {
                Assert.Equal(isOffered, (await admin.GetAsync(path)).Html.Contains("data-verb=\"Release\"", StringComparison.Ordinal));
            }
        }
    }

    private static LocalizedString Plain(string text) => new(text, text);

    private sealed class TagColumn : ICustomerListColumn
    {
        /// <summary>For how many customers it was asked, each time.</summary>
        public List<int> Asked { get; } = [];

        public string Name => "tags";

        public LocalizedString Heading => Plain("Tags");

        public int Order => 15;

        public Task<IReadOnlyList<CustomerCell>> GetCellsAsync(IReadOnlyList<ContentItem> customers)
        {
            Asked.Add(customers.Count);

            return Task.FromResult<IReadOnlyList<CustomerCell>>([.. customers.Select(_ => new CustomerCell.Labels(["old", "loyal"]))]);
        }
    }

    private sealed class CompanyFilter : ICustomerListFilter
    {
        public string Name => "firm";

        public LocalizedString Label => Plain("Firm");

        public LocalizedString Hint => Plain("The beginning of the company's name");

        public CustomerFilterKind Kind => CustomerFilterKind.Text;

        public Task<string?> DescribeAsync(string value) => Task.FromResult(value.Length < 2 ? null : "begins with " + value);

        public Task<Expression<Func<CustomerIndex, bool>>?> GetPredicateAsync(string value)
        {
            var company = SearchText.FoldKey(value);

            return Task.FromResult<Expression<Func<CustomerIndex, bool>>?>(value.Length < 2 ? null : index => index.Company.StartsWith(company));
        }
    }

    private sealed class ReleaseAction : ICustomerAction
    {
        public LocalizedString Text => Plain("Release");

        public LocalizedString Hint => Plain("The customer may order again");

        public string Icon => "play";

        public Permission Permission => CustomersPermissions.EditCustomers;

        public string RouteName => CustomersRoutes.Delete;

        public bool AppliesTo(ContentItem customer) => customer.GetOrCreate<CustomerPart>().Status == CustomerStatus.Active;

        public CustomerConfirmation Confirm(ContentItem customer) => new(Plain($"Release {customer.DisplayText}?"), Plain("Release"));
    }
}
