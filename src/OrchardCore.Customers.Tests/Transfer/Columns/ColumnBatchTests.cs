using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Tests.Shared;
using OrchardCore.Customers.Transfer;
using OrchardCore.Customers.Transfer.Mapping;
using OrchardCore.Security.Permissions;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.Transfer.Columns;

/// <summary>What holds for all columns together: their names, what they cost, and who may use them.</summary>
public sealed class ColumnBatchTests(SqliteTransfer fixture) : IClassFixture<SqliteTransfer>
{
    private TestSite Site => fixture.Site;

    [Theory]
    [InlineData("Managed By", "NormalizedUserName", 1)]
    [InlineData("Customer Number", "CustomerKeyIndex", 1)]
    [InlineData("Groups", "CustomerGroupIndex", 1)]
    public async Task ABatchIsLookedUpByOneStatement(string name, string asked, int most)
    {
        // One of them is new to whoever remembers names, so that it has to look.
        await Site.AddGroupAsync("fresh" + Guid.NewGuid().ToString("N")[..6], "Fresh");
        var texts = name == "Groups" ? Enumerable.Repeat("wholesale; vip", 50) : name == "Managed By" ? Enumerable.Range(0, 50).Select(index => index % 2 == 0 ? fixture.Manager : "nobody" + index) : Enumerable.Range(0, 50).Select(index => $"B-{index}");

        var statements = await StatementLog.CollectAsync(Site, async services =>
        {
            var manager = services.GetRequiredService<ICustomerManager>();
            var column = (await services.GetRequiredService<CustomerTransferCatalog>().FindAsync(name.ToLowerInvariant()))!;
            var cells = new List<CustomerTransferCell>();

            foreach (var text in texts)
            {
                cells.Add(new CustomerTransferCell(new CustomerTransferRow(await manager.NewAsync()), name, text));
            }

            await column.WriteAsync(cells);
            Assert.Contains(cells, cell => cell.Row.Errors.Count == 0);
            await column.ReadAsync([.. cells.Select(cell => cell.Row.Customer)]);
        });

        // Besides, whether a user may manage customers is asked once for each user, and what users are called is read once; Orchard reads its roles.
        Assert.InRange(statements.Count(statement => statement.Contains(asked, StringComparison.Ordinal)), 1, most);
        Assert.InRange(statements.Count, 1, 6);
    }

    [Fact]
    public async Task FiftyRowsAskNoMoreThanTwo()
    {
        var few = await StatementLog.CollectAsync(Site, services => WriteAsync(services, 2));
        var many = await StatementLog.CollectAsync(Site, services => WriteAsync(services, 50));

        Assert.NotEmpty(few);
        Assert.InRange(many.Count, 1, few.Count);
    }

    private async Task WriteAsync(IServiceProvider services, int count)
    {
        var manager = services.GetRequiredService<ICustomerManager>();
        var rows = new List<(CustomerTransferRow Row, (string, string)[] Cells)>();

        for (var index = 0; index < count; index++)
        {
            rows.Add((new CustomerTransferRow(await manager.NewAsync()),
            [
                ("Contact Name", $"Row {index}"), ("Customer Number", $"R-{count}-{index}"), ("Status", "yes"), ("Date Of Birth", "23.5.1984"), ("Gender", "f"), ("Preferred Site", "Main shop"), ("Groups", "vip"), ("Managed By", fixture.Manager),
                ("Consent email", "yes"), ("Hold Until", "2099-12-31"), ("Ship To Address 1", $"Street {index}"), ("Ship To Country", "Germany"), ("Bill To City", "Berlin"), ("Business City", "Bonn"), ("References", $"erp={index}"), ("Field Customer.Nickname", "N"),
            ]));
        }

        await TransferSiteExtensions.WriteAsync(services, [.. rows]);
        Assert.All(rows, row => Assert.Empty(row.Row.Errors));
    }

    [Fact]
    public async Task AColumnOfAnotherModuleIsOneOfThemForWhoMayUseIt()
    {
        var (allowed, refused) = await Site.InScopeAsync(async services =>
        {
            var catalog = new CustomerTransferCatalog([new PointsColumn()], [], services.GetRequiredService<IAuthorizationService>());

            return (await catalog.ListForExportAsync(User("ViewPoints")), await catalog.ListForExportAsync(User()));
        });

        Assert.Equal("Points", Assert.Single(allowed).Name);
        Assert.Empty(refused);
    }

    private sealed class PointsColumn : ICustomerTransferColumn
    {
        public string Name => "Points";

        public LocalizedString Label => new(Name, Name);

        public LocalizedString Hint => new(Name, Name);

        public string Example => "";

        public int Order => 5_000;

        public Permission ExportPermission { get; } = new("ViewPoints", "View points");

        public Task<IReadOnlyList<string?>> ReadAsync(IReadOnlyList<ContentItem> customers) => throw new NotSupportedException();

        public Task WriteAsync(IReadOnlyList<CustomerTransferCell> cells) => throw new NotSupportedException();
    }

    [Fact]
    public async Task TwoRowsOfABatchDoNotBringOneNumber() => await Site.InScopeAsync(async services =>
    {
        var manager = services.GetRequiredService<ICustomerManager>();
        var (first, second) = (new CustomerTransferRow(await manager.NewAsync()), new CustomerTransferRow(await manager.NewAsync()));

        await TransferSiteExtensions.WriteAsync(services, (first, [("Customer Number", "TWICE")]), (second, [("Customer Number", "twice")]));

        Assert.Empty(first.Errors);
        Assert.Equal("An earlier row brings the number twice already.", Assert.Single(second.Errors).Message);
    });

    [Fact]
    public async Task NamesAndHeadingsOfOtherProgramsMeanOneColumnEach()
    {
        var columns = await Site.InScopeAsync(services => services.GetRequiredService<CustomerTransferCatalog>().ListAsync());
        var names = columns.SelectMany(column => column.OtherNames.Prepend(column.Name).Select(Headings.Fold).Distinct(), (column, name) => (Name: name, column.Name)).ToList();

        Assert.Empty(names.GroupBy(pair => pair.Name).Where(same => same.Skip(1).Any()).Select(same => $"{same.Key}: {string.Join(", ", same.Select(pair => pair.Item2))}"));
        Assert.Equal(columns.OrderBy(column => column.Order).Select(column => column.Name), columns.Select(column => column.Name));
        Assert.Equal(columns.Count, columns.Select(column => column.Order).Distinct().Count());
        Assert.Equal("Contact Name", columns[0].Name);
        Assert.All(columns, column => Assert.NotEmpty(column.Hint.Value));
    }

    [Fact]
    public async Task WhoMayNotSayWhoManagesACustomerDoesNotImportIt()
    {
        var (all, some) = await Site.InScopeAsync(async services =>
        {
            var catalog = services.GetRequiredService<CustomerTransferCatalog>();
            var manager = User(CustomersPermissions.AssignCustomerManagers.Name);

            return (await catalog.ListForImportAsync(manager), await catalog.ListForImportAsync(User()));
        });

        Assert.Equal(["Managed By"], all.Select(column => column.Name).Except(some.Select(column => column.Name)));
        Assert.DoesNotContain(all, column => column.Name is "Created" or "Field Customer.Topics");
        var exported = await Site.InScopeAsync(services => services.GetRequiredService<CustomerTransferCatalog>().ListForExportAsync(User()));
        Assert.Contains(exported, column => column.Name == "Managed By");
        Assert.DoesNotContain(exported, column => column.Name is "Card Verification Code" or "Reference 1 Name");
    }

    [Theory]
    [InlineData("CustomerPart.Email", "Email")]
    [InlineData("CustomerPart.EmailX", null)]
    [InlineData("CustomerPart.References[3].Key", "References")]
    [InlineData("CustomerPart.Business.Address.City", "Business City")]
    [InlineData("AddressBookPart.BillTo.PostalCode", "Bill To Postal Code")]
    [InlineData("Customer.Nickname.Text", "Field Customer.Nickname")]
    public async Task AnErrorOfARuleIsToldByItsColumn(string key, string? name)
        => Assert.Equal(name, CustomerTransferCatalog.FindByField(await Site.InScopeAsync(services => services.GetRequiredService<CustomerTransferCatalog>().ListAsync()), key)?.Name);

    private static ClaimsPrincipal User(params string[] permissions) => new(new ClaimsIdentity(permissions.Select(permission => new Claim("Permission", permission)), "Test"));
}
