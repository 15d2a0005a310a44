using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Addresses;
using OrchardCore.Customers.Groups;
using OrchardCore.Customers.Shared.Jobs;
using OrchardCore.Customers.Tests.Shared;
using OrchardCore.Customers.Transfer.Import;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.Transfer.Import;

/// <summary>Files become customers.</summary>
public abstract class ImportTests(ImportSite fixture)
{
    private TestSite Site => fixture.Site;

    [Fact, Seed("T6"), Seed("T16")]
    public async Task RowsBecomeCustomersWithNumbersWhoCanBeFoundAtOnce()
    {
        var run = await Site.ImportAsync("Contact Name,Email,Company\r\nAnn Lee,ann@first.example,First\r\nبهرام بیضایی,bahram@first.example,First\r\n");

        Assert.Equal((JobState.Finished, ImportPhase.Import, 2L), (run.State, run.Phase, run.Rows));
        Assert.Equal((2, 2, 0, 0, 0, 0, 0), run.Result.Figures());
        Assert.Equal(run.FileLength, run.BytesRead);
        var customers = await Site.FindAllAsync("First");
        Assert.Equal(["Ann Lee", "بهرام بیضایی"], customers.Select(customer => customer.Part().ContactName));
        Assert.All(customers, customer => Assert.Matches("^C-[0-9]{6}$", customer.Part().Number!));
    }

    [Fact]
    public async Task TheTrialSaysWhatTheImportThenDoesAndSavesNothing()
    {
        await Site.AddAsync(part => (part.ContactName, part.Email, part.Company) = ("Old", "old@trial.example", "Trial"));
        var id = await Site.PlanAsync(
            "Contact Name,Email,Company,Date Of Birth\nOld,old@trial.example,Trial,\nNew,new@trial.example,Trial,1990-02-01\nNew again,NEW@trial.example,Trial,\nBad,bad@trial.example,Trial,30.13.2020\n,,Trial,\n",
            new() { OnDuplicate = DuplicateAction.Update });

        var tried = await Site.RunAsync(id, ImportPhase.Trial);
        Assert.Equal((5, 1, 1, 1, 0, 0, 2), tried.Trial.Figures());
        Assert.Single(await Site.FindAllAsync("Trial"));
        var foreseen = await Site.ProblemsAsync(id, ImportLogKind.TrialFailed);

        var done = await Site.RunAsync(id, ImportPhase.Import);
        Assert.Equal(tried.Trial.Figures(), done.Result.Figures());
        Assert.Equal(foreseen, await Site.ProblemsAsync(id));
        Assert.Equal(["New again", "Old"], (await Site.FindAllAsync("Trial")).Select(customer => customer.Part().ContactName));
    }

    [Fact]
    public async Task ATrialForeseesWhatEarlierRowsOfTheFileTake()
    {
        var id = await Site.PlanAsync("Contact Name,Email,Company\nOne,same@taken.example,Taken\n" + Lines(250, index => $"Filler {index},f{index}@taken.example,Taken") + "Two,SAME@taken.example,Taken\n");

        var tried = await Site.RunAsync(id, ImportPhase.Trial);
        var done = await Site.RunAsync(id, ImportPhase.Import);

        Assert.Equal((252, 251, 0, 0, 0, 0, 1), tried.Trial.Figures());
        Assert.Equal(tried.Trial.Figures(), done.Result.Figures());
        Assert.Equal(252, Assert.Single(await Site.LogAsync(id, ImportLogKind.TrialFailed)).Row);
        Assert.Equal(252, Assert.Single(await Site.LogAsync(id, ImportLogKind.Failed)).Row);
    }

    [Fact, Seed("T9", "Tw2")]
    public async Task DuplicatesAreNewCustomersWhereTheRulesAllowIt()
    {
        const string Csv = "Contact Name,Company,Ship To Address 1,Ship To Postal Code,Ship To City,Ship To Country\nTwin,Twins,Weg 1,10115,Berlin,DE\nTwin,Twins,Weg 1,10115,Berlin,Germany\n";

        var run = await Site.ImportAsync(Csv, new() { OnDuplicate = DuplicateAction.CreateNew });
        Assert.Equal((2, 2, 0, 0, 0, 0, 0), run.Result.Figures());

        // Where the newer rule is wanted, they are told by name and address.
        var skipped = await Site.ImportAsync(Csv + "Twin,Twins,Weg 2,10115,Berlin,DE\n", new() { OnDuplicate = DuplicateAction.Skip, Match = MatchKey.NameAndAddress });
        Assert.Equal((3, 1, 0, 0, 0, 0, 2), skipped.Result.Figures());
        Assert.All(await Site.ProblemsAsync(skipped.JobId), problem => Assert.Contains("2 customers match this row", problem, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(MatchKey.Email, "Email")]
    [InlineData(MatchKey.CustomId, "Custom Id")]
    [InlineData(MatchKey.Number, "Customer Number")]
    public async Task CustomersWhoAreThereAreFoundByWhatTheFileNames(MatchKey match, string column)
    {
        var company = "By" + match;
        var id = await Site.AddAsync(part => (part.ContactName, part.Email, part.CustomId, part.Company) = ("There", $"There@{match}.example", $"T-{match}", company));
        var part = await Site.ReadAsync(id);
        var key = match switch { MatchKey.Email => $" there@{match}.EXAMPLE ", MatchKey.CustomId => part!.CustomId, _ => part!.Number!.ToLowerInvariant() };
        var csv = $"{column},Contact Name,Company\n{key},Changed,{company}\n";

        Assert.Equal((1, 0, 0, 0, 1, 0, 0), (await Site.ImportAsync(csv, new() { OnDuplicate = DuplicateAction.Skip, Match = match })).Result.Figures());
        Assert.Equal("There", (await Site.ReadAsync(id))!.ContactName);

        Assert.Equal((1, 0, 1, 0, 0, 0, 0), (await Site.ImportAsync(csv, new() { OnDuplicate = DuplicateAction.Update, Match = match })).Result.Figures());
        Assert.Equal("Changed", (await Site.ReadAsync(id))!.ContactName);

        Assert.Equal((1, 0, 0, 1, 0, 0, 0), (await Site.ImportAsync(csv, new() { OnDuplicate = DuplicateAction.Update, Match = match })).Result.Figures());
        Assert.Equal(2, (await Site.ReadAsync(id))!.Revision);
    }

    [Fact]
    public async Task ACommandOfARowGoesBeforeTheOptions()
    {
        var kept = await Site.AddAsync(part => (part.ContactName, part.Email, part.Company) = ("Kept", "kept@command.example", "Command"));
        var gone = await Site.AddAsync(part => (part.ContactName, part.Email, part.Company) = ("Gone", "gone@command.example", "Command"));
        var run = await Site.ImportAsync(
            """
            Command,Contact Name,Email,Company
            NEW,Fresh,fresh@command.example,Command
            new,Kept,kept@command.example,Command
            UPDATE,Kept 2,kept@command.example,Command
            UPDATE,Nobody,nobody@command.example,Command
            DELETE,,gone@command.example,
            IGNORE,Ignored,ignored@command.example,Command
            MERGE,Odd,odd@command.example,Command

            """,
            new() { OnDuplicate = DuplicateAction.Skip });

        Assert.Equal((7, 1, 1, 0, 1, 1, 3), run.Result.Figures());
        Assert.Equal(
            [
                "2 : This customer is there already. Write UPDATE, or leave the command out.",
                "4 : There is no such customer. Correct the row, or leave the command out.",
                "7 Command: MERGE is no command. Write NEW, UPDATE, DELETE or IGNORE, or leave the cell empty.",
            ],
            await Site.ProblemsAsync(run.JobId));
        Assert.Null(await Site.ReadAsync(gone));
        Assert.Equal("Kept 2", (await Site.ReadAsync(kept))!.ContactName);
        Assert.Equal(["Fresh", "Kept 2"], (await Site.FindAllAsync("Command")).Select(customer => customer.Part().ContactName));
    }

    [Fact]
    public async Task ARowThatSaysNothingNewIsNotCheckedAgain()
    {
        await Site.AddAsync(part => (part.ContactName, part.Email, part.Company, part.Business) = ("Was Right", "right@rules.example", "Rules", new CustomerBusiness { Name = "Rules Ltd" }));
        await Site.ChangeSettingsAsync(("BusinessNeedsGroup", "true"));

        try
        {
            Assert.Equal(1, (await Site.ImportAsync("Email,Company\nright@rules.example,Rules\n", new() { OnDuplicate = DuplicateAction.Update })).Result.Unchanged);
            Assert.Equal(1, (await Site.ImportAsync("Email,Company\nright@rules.example,Changed\n", new() { OnDuplicate = DuplicateAction.Update })).Result.Failed);
        }
        finally
        {
            await Site.ChangeSettingsAsync(("BusinessNeedsGroup", "false"));
        }
    }

    [Fact]
    public async Task EmptyCellsLeaveValuesUnlessTheyAreToTakeThemAway()
    {
        var id = await Site.AddAsync(part => (part.ContactName, part.Email, part.Company, part.Phone) = ("Full", "full@empty.example", "Empty", "+1 212 555 0100"));
        const string Csv = "Email,Phone\nfull@empty.example,\n";

        Assert.Equal(1, (await Site.ImportAsync(Csv, new() { OnDuplicate = DuplicateAction.Update })).Result.Unchanged);
        Assert.Equal("+1 212 555 0100", (await Site.ReadAsync(id))!.Phone);

        Assert.Equal(1, (await Site.ImportAsync(Csv, new() { OnDuplicate = DuplicateAction.Update, EmptyClears = true })).Result.Updated);
        Assert.Null((await Site.ReadAsync(id))!.Phone);
    }

    [Fact]
    public async Task FailedRowsComeBackAsAFileThatCanBeCorrectedAndImportedAgain()
    {
        var run = await Site.ImportAsync("Company;Contact Name;Email\nAgain;=HYPERLINK(1);good@again.example\nAgain;\"Say \"\"hi\"\"; you\";no address\n");
        Assert.Equal((2, 1, 0, 0, 0, 0, 1), run.Result.Figures());

        var failed = await Site.FailedFileAsync(run.JobId);
        Assert.StartsWith("Company;Contact Name;Email;Error\r\nAgain;\"Say \"\"hi\"\"; you\";no address;", failed, StringComparison.Ordinal);
        Assert.Contains("Email: ", failed, StringComparison.Ordinal);

        var corrected = await Site.ImportAsync(failed.Replace("no address", "now@again.example", StringComparison.Ordinal));
        Assert.Equal((1, 1, 0, 0, 0, 0, 0), corrected.Result.Figures());
        Assert.Equal(["=HYPERLINK(1)", "Say \"hi\"; you"], (await Site.FindAllAsync("Again")).Select(customer => customer.Part().ContactName));
    }

    [Fact]
    public async Task CreatedCustomersAreHeldAndWhoeverIsTouchedComesIntoTheGroups()
    {
        await Site.RunAsync("""{ "name": "Customers", "Groups": [ { "Code": "spring", "Name": "Spring" } ] }""");
        var group = await Site.InScopeAsync(async services => (await services.GetRequiredService<ICustomerGroupManager>().ListAsync()).First(found => found.GetOrCreate<CustomerGroupPart>().Code == "spring").ContentItemId);
        await Site.AddAsync(part => (part.ContactName, part.Email, part.Company) = ("Before", "before@tagged.example", "Tagged"));

        var run = await Site.ImportAsync(
            "Contact Name,Email,Company\nAfter,after@tagged.example,Tagged\nBefore,before@tagged.example,Tagged\n",
            new() { OnDuplicate = DuplicateAction.Update, Groups = [group], HoldReason = "Imported" });

        Assert.Equal((2, 1, 1, 0, 0, 0, 0), run.Result.Figures());
        var customers = await Site.FindAllAsync("Tagged");
        Assert.All(customers, customer => Assert.Equal([group], customer.Part().Groups));
        Assert.Equal(["Imported", null], customers.Select(customer => customer.Part().Hold?.Reason));
    }

    [Fact, Seed("T10"), Seed("T11"), Seed("T12")]
    public async Task UseShipToAddressPutsShipToInThePlaceOfBillTo()
    {
        var run = await Site.ImportAsync(
            """
            Contact Name,Company,Ship To Address 1,Ship To City,Ship To State,Ship To Postal Code,Ship To Country,Use Ship To Address,Bill To Address 1,Bill To City,Bill To State,Bill To Postal Code,Bill To Country
            Yes,Billed,1 Main St,New York,NY,10001,United States,Yes,9 Other St,Toronto,ON,M5V 2T6,Canada
            No,Billed,1 Main St,New York,New York,10001,US,No,9 Other St,Toronto,ON,M5V 2T6,CA
            Odd,Billed,1 Main St,New York,NY,10001,Untied States,Yes,,,,,

            """);

        Assert.Equal((3, 2, 0, 0, 0, 0, 1), run.Result.Figures());
        Assert.Contains("United States", Assert.Single(await Site.ProblemsAsync(run.JobId)), StringComparison.Ordinal);
        var books = (await Site.FindAllAsync("Billed")).Select(customer => customer.GetOrCreate<AddressBookPart>()).ToArray();
        Assert.Equal(("9 Other St", "CA", "CA-ON"), BillTo(books[0]));
        Assert.Equal(("1 Main St", "US", "US-NY"), BillTo(books[1]));
        Assert.Single(books[1].Addresses);
    }

    private static (string?, string?, string?) BillTo(AddressBookPart book) => book.Find(book.BillingId) is { } address ? (address.Line1, address.Country, address.Subdivision) : default;

    private static string Lines(int count, Func<int, string> line) => string.Concat(Enumerable.Range(0, count).Select(index => line(index) + "\n"));
}

public sealed class SqliteImportTests(SqliteImportSite fixture) : ImportTests(fixture), IClassFixture<SqliteImportSite>;

public sealed class PostgresImportTests(PostgresImportSite fixture) : ImportTests(fixture), IClassFixture<PostgresImportSite>;
