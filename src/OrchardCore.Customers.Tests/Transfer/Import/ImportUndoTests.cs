using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Addresses;
using OrchardCore.Customers.Notes;
using OrchardCore.Customers.Shared.Jobs;
using OrchardCore.Customers.Tests.Shared;
using OrchardCore.Customers.Transfer.Import;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.Transfer.Import;

/// <summary>Imports are taken back.</summary>
public abstract class ImportUndoTests(ImportSite fixture)
{
    private TestSite Site => fixture.Site;

    [Fact]
    public async Task CreatedCustomersGoAndChangedOnesAreWhatTheyWere()
    {
        var old = await Site.AddAsync(part => (part.ContactName, part.Email, part.Company, part.References, part.Hold) = ("Old", "old@undo.example", "Undo", [new() { Key = "erp", Value = "1" }], new() { Reason = "Check" }));
        var before = (await Site.FindAllAsync("Undo"))[0];
        var run = await Site.ImportAsync(
            "Contact Name,Email,Company,References,Phone,Ship To Address 1,Ship To Postal Code,Ship To City,Ship To Country\n"
            + "Changed,old@undo.example,Undo,erp=2,+49 30 1234567,Weg 1,10115,Berlin,DE\n"
            + "New,new@undo.example,Undo,,,,,,\n"
            + "Newer,new@undo.example,Undo,,,,,,\n",
            new() { OnDuplicate = DuplicateAction.Update });
        Assert.Equal((3, 1, 2, 0, 0, 0, 0), run.Result.Figures());
        Assert.Equal(("Changed", "2"), (await Site.ReadAsync(old)) is { } changed ? (changed.ContactName, changed.References[0].Value) : default);

        var undone = await Site.RunAsync(run.JobId, ImportPhase.Undo);

        Assert.Equal((JobState.Finished, 3, 0), (undone.State, undone.Undone.Done, undone.Undone.Left));
        var after = Assert.Single(await Site.FindAllAsync("Undo"));
        Assert.Equal(ImportJournal.Stamp(before), ImportJournal.Stamp(after));
        Assert.Equal(("Old", "erp", "1", "Check"), (after.Part().ContactName, after.Part().References[0].Key, after.Part().References[0].Value, after.Part().Hold?.Reason));
        Assert.False(after.Has<AddressBookPart>() && after.GetOrCreate<AddressBookPart>().Addresses.Length > 0);
        Assert.Equal(3, after.Part().Revision);
    }

    /// <summary>All are undone in one step: what is deleted there must not take with it what was restored there before.</summary>
    [Fact]
    public async Task WhoWasCreatedAndChangedGoesWithoutTheOthers()
    {
        await Site.AddAsync(part => (part.ContactName, part.Email, part.Company) = ("Older", "older@step.example", "OneStep"));
        var run = await Site.ImportAsync(
            "Contact Name,Email,Company\nNew,new@step.example,OneStep\nNewer,new@step.example,OneStep\nChanged,older@step.example,OneStep\n",
            new() { OnDuplicate = DuplicateAction.Update });
        Assert.Equal((3, 1, 2, 0, 0, 0, 0), run.Result.Figures());

        var undone = await Site.RunAsync(run.JobId, ImportPhase.Undo);

        Assert.Equal((JobState.Finished, 3, 0), (undone.State, undone.Undone.Done, undone.Undone.Left));
        Assert.Equal(["Older"], (await Site.FindAllAsync("OneStep")).Select(customer => customer.Part().ContactName));
    }

    [Fact]
    public async Task WhoWasChangedSinceIsLeftAndListed()
    {
        await Site.AddAsync(part => (part.ContactName, part.Email, part.Company) = ("Kept", "kept@since.example", "Since"));
        var run = await Site.ImportAsync(
            "Contact Name,Email,Company\nKept 2,kept@since.example,Since\nTouched,touched@since.example,Since\nGone,gone@since.example,Since\nPlain,plain@since.example,Since\n",
            new() { OnDuplicate = DuplicateAction.Update });
        var customers = (await Site.FindAllAsync("Since")).ToDictionary(customer => customer.Part().ContactName!, customer => customer.ContentItemId);
        await Site.UpdateAsync(customers["Kept 2"], part => part.Phone = "+49 30 1234567");
        await Site.UpdateAsync(customers["Touched"], part => part.Status = CustomerStatus.Inactive);
        await Site.DeleteAsync(customers["Gone"]);

        var undone = await Site.RunAsync(run.JobId, ImportPhase.Undo);

        Assert.Equal((JobState.Finished, 2, 2), (undone.State, undone.Undone.Done, undone.Undone.Left));
        Assert.Equal(["2 : Changed since the import.", "1 : Changed since the import."], await Site.ProblemsAsync(run.JobId, ImportLogKind.NotUndone));
        Assert.Equal(["Kept 2", "Touched"], (await Site.FindAllAsync("Since")).Select(customer => customer.Part().ContactName));
    }

    /// <summary>It would go with the customer.</summary>
    [Fact]
    public async Task WhoHasANoteSinceIsLeftAndListed()
    {
        var run = await Site.ImportAsync("Contact Name,Company\nNoted,NotedUndo\nPlain,NotedUndo\n");
        var noted = (await Site.FindAllAsync("NotedUndo"))[0];
        Assert.True((await Site.InScopeAsync(services => services.GetRequiredService<ICustomerNoteManager>().AddAsync(noted, "Calls back on Monday"))).Succeeded);

        var undone = await Site.RunAsync(run.JobId, ImportPhase.Undo);

        Assert.Equal((JobState.Finished, 1, 1), (undone.State, undone.Undone.Done, undone.Undone.Left));
        Assert.Equal(["1 : Somebody wrote a note on this customer since the import."], await Site.ProblemsAsync(run.JobId, ImportLogKind.NotUndone));
        Assert.Equal(["Noted"], (await Site.FindAllAsync("NotedUndo")).Select(customer => customer.Part().ContactName));
    }

    [Fact]
    public async Task AnInterruptedUndoGoesOnWhereItStopped()
    {
        var run = await Site.ImportAsync("Contact Name,Company\n" + string.Concat(Enumerable.Range(0, 120).Select(index => $"Many {index},ManyUndo\n")));
        Assert.True((await Site.BeginAsync(run.JobId, ImportPhase.Undo)).Succeeded);
        await Site.InScopeAsync(async services =>
        {
            Assert.True(await services.GetRequiredService<JobStore<ImportRun>>().TakeAsync(run.JobId, "interrupted"));
        });
        await Site.InScopeAsync(services => services.GetRequiredService<ImportFollowUpStep>().RunAsync(run.JobId, "interrupted", 50));
        Assert.Equal(70, (await Site.FindAllAsync("ManyUndo")).Length);

        await Site.EndLeaseAsync(run.JobId);
        await Site.WorkAsync(run.JobId);

        Assert.Equal((JobState.Finished, 120, 0), await Site.FindRunAsync(run.JobId) is var undone ? (undone.State, undone.Undone.Done, undone.Undone.Left) : default);
        Assert.Empty(await Site.FindAllAsync("ManyUndo"));
    }

    [Fact]
    public async Task AnImportIsUndoneOnceAndOnlyInItsTime()
    {
        var run = await Site.ImportAsync("Contact Name,Company\nOnce,OnceUndo\n");
        await Site.ChangeRunAsync(run.JobId, stored => stored.UndoUntilUtc = DateTime.UtcNow.AddMinutes(-1));
        Assert.False((await Site.BeginAsync(run.JobId, ImportPhase.Undo)).Succeeded);

        await Site.ChangeRunAsync(run.JobId, stored => stored.UndoUntilUtc = DateTime.UtcNow.AddDays(1));
        await Site.RunAsync(run.JobId, ImportPhase.Undo);
        Assert.False((await Site.BeginAsync(run.JobId, ImportPhase.Undo)).Succeeded);
        Assert.False((await Site.BeginAsync(run.JobId, ImportPhase.Import)).Succeeded);
    }
}

public sealed class SqliteImportUndoTests(SqliteImportSite fixture) : ImportUndoTests(fixture), IClassFixture<SqliteImportSite>;

public sealed class PostgresImportUndoTests(PostgresImportSite fixture) : ImportUndoTests(fixture), IClassFixture<PostgresImportSite>;
