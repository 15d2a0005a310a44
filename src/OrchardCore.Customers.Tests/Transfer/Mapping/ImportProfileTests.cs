using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Customers.Tests.Shared;
using OrchardCore.Customers.Tests.Transfer.Columns;
using OrchardCore.Customers.Transfer;
using OrchardCore.Customers.Transfer.Files;
using OrchardCore.Customers.Transfer.Import;
using OrchardCore.Customers.Transfer.Mapping;
using OrchardCore.Infrastructure;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.Transfer.Mapping;

/// <summary>How files of one shape are imported is kept under a name.</summary>
public abstract class ImportProfileTests(TransferSite fixture)
{
    private static readonly string[] Header = ["Name", "E-Mail", "Junk", "Name"];

    private TestSite Site => fixture.Site;

    [Fact]
    public async Task AProfileKeepsWhatWasChosenAndIsChangedByItsName()
    {
        var user = NewUser();
        var first = New("Monthly");
        Assert.True((await SaveAsync(first, user)).Succeeded);
        Assert.True((await SaveAsync(New(" MONTHLY ", options => options.EmptyClears = true), user)).Succeeded);

        var profile = Assert.Single(await ListAsync(user));
        Assert.Equal((first.ProfileId, "MONTHLY", true), (profile.ProfileId, profile.Name, profile.Options.EmptyClears));
        Assert.Equal((';', "windows-1252"), (profile.Format.Delimiter, profile.Format.Encoding));
        Assert.Equal([("name", "Contact Name"), ("email", "Email"), ("junk", null), ("name", "Company")], profile.Columns.Select(column => (column.Heading, column.Column)));
        Assert.Equal((DuplicateAction.Update, MatchKey.CustomId), (profile.Options.OnDuplicate, profile.Options.Match));
    }

    [Fact]
    public async Task AProfileIsItsOwnersUnlessShared()
    {
        var (owner, other) = (NewUser(), NewUser());
        var (mine, shared) = (New("Mine"), New("Shared " + owner));
        shared.IsShared = true;
        await SaveAsync(mine, owner);
        await SaveAsync(shared, owner);

        Assert.Equal([shared.Name], (await ListAsync(other)).Select(profile => profile.Name).Where(name => name.EndsWith(owner, StringComparison.Ordinal)));
        Assert.Null(await Site.InScopeAsync(services => services.GetRequiredService<ImportProfileManager>().FindAsync(mine.ProfileId, other)));
        Assert.NotNull(await Site.InScopeAsync(services => services.GetRequiredService<ImportProfileManager>().FindAsync(shared.ProfileId, other)));

        // Who doesn't own it makes one of the same name, and deletes nothing.
        await SaveAsync(New(shared.Name), other);
        await DeleteAsync(shared.ProfileId, other);
        Assert.Equal(2, (await ListAsync(owner)).Count(profile => profile.OwnerId == owner));

        await DeleteAsync(shared.ProfileId, owner);
        await DeleteAsync(shared.ProfileId, owner);
        Assert.Equal(["Mine"], (await ListAsync(owner)).Where(profile => profile.OwnerId == owner).Select(profile => profile.Name));
    }

    [Theory]
    [InlineData("", "Name: A profile needs a name of at most 100 characters.")]
    [InlineData("  ", "Name: A profile needs a name of at most 100 characters.")]
    [InlineData("a\u202Eb", "Name: The name contains characters that can't be shown. Type it anew.")]
    public async Task ANameIsNeeded(string name, string error) => Assert.Equal(error, (await SaveAsync(New(name), NewUser())).TheError());

    [Fact]
    public async Task OfTwoThatAreSavedAtOnceOneIsKept()
    {
        var user = NewUser();

        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => SaveAsync(New("Raced"), user)));

        Assert.Contains(results, result => result.Succeeded);
        Assert.Single(await ListAsync(user), profile => profile.OwnerId == user);
    }

    [Fact]
    public void TheProfileOfTheSameColumnsIsSuggested()
    {
        var (mine, theirs, older) = (New("Mine"), New("Theirs"), New("Older"));
        (mine.OwnerId, theirs.OwnerId, older.OwnerId) = ("me", "you", "me");
        (mine.SavedUtc, theirs.SavedUtc) = (new(2026, 1, 2), new(2026, 1, 3));

        Assert.Same(mine, ImportProfileManager.Suggest([older, theirs, mine], ["junk", "NAME", "Name", "e mail"], "me"));
        Assert.Same(theirs, ImportProfileManager.Suggest([older, theirs, mine], Header, "you"));
        Assert.Same(mine, ImportProfileManager.Suggest([older, theirs, mine], [.. Header, "Error"], "me"));
        Assert.Null(ImportProfileManager.Suggest([older, theirs, mine], ["Name", "E-Mail", "Junk"], "me"));
    }

    [Fact]
    public async Task AProfileMapsAFileAndForgetsWhatIsGone()
    {
        var columns = await Site.InScopeAsync(services => services.GetRequiredService<CustomerTransferCatalog>().ListAsync());
        var profile = New("Map");

        Assert.Equal("Email,Contact Name,,Company,", string.Join(',', ImportProfileManager.Map(profile, ["EMAIL", "Name", "Junk", "name", "New"], columns)));
        Assert.Equal("Email,,,Company", string.Join(',', ImportProfileManager.Map(profile, ["EMAIL", "Name", "Junk", "name"], [.. columns.Where(column => column.Name != "Contact Name")])));
    }

    private static string NewUser() => Guid.NewGuid().ToString("N")[..26];

    private static ImportProfile New(string name, Action<ImportOptions>? change = null)
    {
        var options = new ImportOptions { OnDuplicate = DuplicateAction.Update, Match = MatchKey.CustomId };
        change?.Invoke(options);

        return new()
        {
            Name = name,
            Columns = ImportProfileManager.Keep(Header, ["Contact Name", "Email", null, "Company"]),
            Format = new CsvFormat { Delimiter = ';', Encoding = "windows-1252" },
            Options = options,
        };
    }

    private Task<Result> SaveAsync(ImportProfile profile, string user) => Site.InScopeAsync(services => services.GetRequiredService<ImportProfileManager>().SaveAsync(profile, user));

    private Task<IReadOnlyList<ImportProfile>> ListAsync(string user) => Site.InScopeAsync(services => services.GetRequiredService<ImportProfileManager>().ListAsync(user));

    private Task DeleteAsync(string id, string user) => Site.InScopeAsync(services => services.GetRequiredService<ImportProfileManager>().DeleteAsync(id, user));
}

public sealed class SqliteImportProfileTests(SqliteTransfer fixture) : ImportProfileTests(fixture), IClassFixture<SqliteTransfer>;

public sealed class PostgresImportProfileTests(PostgresTransfer fixture) : ImportProfileTests(fixture), IClassFixture<PostgresTransfer>;
