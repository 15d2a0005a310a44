using System.Net;
using System.Text;
using OrchardCore.Customers.Tests.Shared;
using OrchardCore.Customers.Transfer.Import;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.Transfer.Import;

/// <summary>What is said about a file before it is imported.</summary>
public sealed class ImportPlanPageTests(SqliteImportSite fixture) : IClassFixture<SqliteImportSite>
{
    private TestSite Site => fixture.Site;

    [Fact]
    public async Task WhatIsWrongIsToldAndNothingThatWasChosenIsLost()
    {
        using var admin = await SiteUser.AdminAsync(Site);
        var run = await admin.OpenAsync("Name,Mail,Firm\nAnn,ann@plan.example,Plan\n");
        var refused = await admin.PressAsync(run, "", ["Contact Name", "Contact Name", "Company"], ("OnDuplicate", "Update"), ("Match", "CustomId"), ("EmptyClears", "true"), ("HoldReason", "To be looked at"));

        Assert.Equal(HttpStatusCode.OK, refused.Status);
        Assert.Contains("“Name”, “Mail” are all to be imported as Contact Name.", refused.Text, StringComparison.Ordinal);
        Assert.Contains("Customers are to be matched by Custom Id, and no column of the file has it.", refused.Text, StringComparison.Ordinal);
        var fields = refused.Fields.ToList();
        Assert.Equal(["Contact Name", "Contact Name", "Company"], Values(refused, "Columns"));
        Assert.Contains(("OnDuplicate", "Update"), fields);
        Assert.Contains(("Match", "CustomId"), fields);
        Assert.Contains(("EmptyClears", "true"), fields);
        Assert.Contains(("HoldReason", "To be looked at"), fields);
    }

    [Theory]
    [InlineData("nonsense", "Contact Name")]
    [InlineData("Contact Name")]
    public async Task WhatIsPostedByHandIsCheckedToo(params string[] columns)
    {
        using var admin = await SiteUser.AdminAsync(Site);
        var run = await admin.OpenAsync("Name,Mail\nAnn,ann@hand.example\n");

        Assert.Contains("Choose again what the columns of the file mean", (await admin.PressAsync(run, "", columns)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await admin.PressAsync(run, "", ["Contact Name", "Email"], ("OnDuplicate", "99"))).Status);
        Assert.Equal(HttpStatusCode.OK, (await admin.PressAsync(run, "", ["Contact Name", "Email"], ("Groups", "nowhere"))).Status);
    }

    [Fact]
    public async Task AnotherDelimiterReadsTheFileAgainAndKeepsTheOptions()
    {
        using var admin = await SiteUser.AdminAsync(Site);
        var run = await admin.OpenAsync("Contact Name;Company\nAnn;Delimited\n");
        var wrong = await admin.PressAsync(run, ImportPlanForm.Read, null, ("Delimiter", ","), ("HoldReason", "Kept"));
        Assert.Contains("Rows: 1. Columns: 1.", wrong.Text, StringComparison.Ordinal);
        Assert.Equal([""], Values(wrong, "Columns"));
        Assert.Contains(("HoldReason", "Kept"), wrong.Fields);

        var right = await admin.PressAsync(run, ImportPlanForm.Read, null, ("Delimiter", ";"));
        Assert.Equal(["Contact Name", "Company"], Values(right, "Columns"));

        var headless = await admin.PostAsync(run + "/Plan", [.. right.Fields.Where(field => field.Name != "HasHeader"), ("Do", ImportPlanForm.Read)]);
        Assert.Contains("Rows: 2. Columns: 2.", headless.Text, StringComparison.Ordinal);
        Assert.Equal(["", ""], Values(headless, "Columns"));

        var nonsense = await admin.PressAsync(run, ImportPlanForm.Read, null, ("Delimiter", "x"));
        Assert.Contains("Choose the encoding and the delimiter from the lists.", nonsense.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AProfileIsSavedAppliedSuggestedAndDeleted()
    {
        using var admin = await SiteUser.AdminAsync(Site);
        var run = await admin.OpenAsync("Who,Where from\nAnn,Profiled\n");
        var nameless = await admin.PressAsync(run, ImportPlanForm.SaveProfile, ["Contact Name", "Company"]);
        Assert.Contains("A profile needs a name", nameless.Text, StringComparison.Ordinal);
        Assert.Equal(["Contact Name", "Company"], Values(nameless, "Columns"));

        var saved = await admin.PressAsync(run, ImportPlanForm.SaveProfile, ["Contact Name", "Company"], ("ProfileName", "From <us>"), ("OnDuplicate", "Skip"), ("Match", "NameAndAddress"));
        Assert.Contains("The profile From <us> was saved.", saved.Text, StringComparison.Ordinal);
        Assert.Equal(["Contact Name", "Company"], Values(saved, "Columns"));
        var profile = Assert.Single(saved.Fields, field => field.Name == "Profile").Value;
        Assert.NotEmpty(profile);

        // A file of the same columns is filled in by itself.
        var next = await admin.OpenAsync("Where from,Who\nProfiled,Bob\n");
        var plan = await admin.GetAsync(next + "/Plan");
        Assert.Contains("The file has the columns of the profile From <us>", plan.Text, StringComparison.Ordinal);
        Assert.Equal(["Company", "Contact Name"], Values(plan, "Columns"));
        Assert.Contains(("OnDuplicate", "Skip"), plan.Fields);

        // One of other columns, when it is asked for.
        var other = await admin.OpenAsync("Who,Mail\nCid,cid@profile.example\n");
        var applied = await admin.PressAsync(other, ImportPlanForm.ApplyProfile, ["Company", "Email"], ("Profile", profile));
        Assert.Equal(["Contact Name", ""], Values(applied, "Columns"));
        Assert.Contains(("Match", "NameAndAddress"), applied.Fields);

        var deleted = await admin.PressAsync(other, ImportPlanForm.DeleteProfile, ["Contact Name", "Email"], ("Profile", profile));
        Assert.Contains("The profile was deleted.", deleted.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(profile, deleted.Html, StringComparison.Ordinal);
        Assert.Equal(["Contact Name", "Email"], Values(deleted, "Columns"));
        Assert.Contains("Choose one of the profiles.", (await admin.PressAsync(other, ImportPlanForm.ApplyProfile, ["Contact Name", "Email"], ("Profile", profile))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FailedRowsComeBackAsTheyWerePlanned()
    {
        using var admin = await SiteUser.AdminAsync(Site);
        var run = await admin.OpenAsync("Wer,Wohin\nAnn,nowhere\n");
        await admin.RunAsync(run, "", ["Contact Name", "Email"], ("OnDuplicate", "Skip"));
        var failed = await Site.FailedFileAsync(run[(run.LastIndexOf('/') + 1)..]);
        Assert.StartsWith("Wer,Wohin,Error\r\nAnn,nowhere,Wohin: This is no e-mail address.", failed, StringComparison.Ordinal);

        var plan = await admin.GetAsync(await admin.OpenAsync(failed) + "/Plan");
        Assert.Contains("These are rows that failed before", plan.Text, StringComparison.Ordinal);
        Assert.Contains("Filled in already: 2 of 3 columns.", plan.Text, StringComparison.Ordinal);
        Assert.Equal(["Contact Name", "Email", ""], Values(plan, "Columns"));
        Assert.Contains(("OnDuplicate", "Skip"), plan.Fields);

        // Another file of the same columns is no such file: nothing was to be remembered.
        var other = await admin.GetAsync(await admin.OpenAsync("Wer,Wohin\nBob,somewhere\n") + "/Plan");
        Assert.Equal(["", ""], Values(other, "Columns"));
    }

    [Fact]
    public async Task ASharedProfileIsUsedByOthersAndDeletedByItsMakerAlone()
    {
        using var admin = await SiteUser.AdminAsync(Site);
        using var manager = await SiteUser.WithRolesAsync(Site, CustomersConstants.Roles.CustomerManager);
        var run = await admin.OpenAsync("Kunde\nAnn\n");
        var saved = await admin.PressAsync(run, ImportPlanForm.SaveProfile, ["Contact Name"], ("ProfileName", "For all"), ("IsShared", "true"));
        var profile = Assert.Single(saved.Fields, field => field.Name == "Profile").Value;

        var theirs = await manager.OpenAsync("Kunde\nBob\n");
        Assert.Contains("For all (shared)", (await manager.GetAsync(theirs + "/Plan")).Text, StringComparison.Ordinal);
        Assert.Contains("Only the user who made this profile can delete it.", (await manager.PressAsync(theirs, ImportPlanForm.DeleteProfile, null, ("Profile", profile))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFileWithTwoThousandColumnsIsPlanned()
    {
        using var admin = await SiteUser.AdminAsync(Site);
        var csv = "Contact Name,Company," + string.Join(',', Enumerable.Range(1, 1998).Select(number => $"Extra {number}")) + "\nAnn,Wide" + new string(',', 1998) + "\n";
        var run = await admin.OpenAsync(csv);
        var plan = await admin.GetAsync(run + "/Plan");

        Assert.Equal(2000, Values(plan, "Columns").Count);
        Assert.True(plan.Html.Length < 3_000_000, $"The page has {plan.Html.Length} characters.");
        Assert.Contains("Created 1", (await admin.RunAsync(run, ImportPlanForm.Import)).Counts());
        Assert.Single(await Site.FindAllAsync("Wide"));
    }

    [Fact]
    public async Task OptionsAreCarriedOut()
    {
        using var admin = await SiteUser.AdminAsync(Site);
        await Site.AddAsync(part => (part.ContactName, part.Email, part.Company, part.Phone) = ("Old", "old@options.example", "Options", "+1 212 555 0100"));
        var run = await admin.OpenAsync("Contact Name,Email,Company,Phone\nNew,new@options.example,Options,\nOlder,old@options.example,Options,\n");
        Assert.Contains("Invite new customers", (await admin.GetAsync(run + "/Plan")).Text, StringComparison.Ordinal);
        var done = await admin.RunAsync(run, ImportPlanForm.Import, null, ("OnDuplicate", "Update"), ("EmptyClears", "true"), ("HoldReason", "New here"));

        Assert.Contains("Created 1", done.Counts());
        Assert.Contains("Updated 1", done.Counts());
        var customers = (await Site.FindAllAsync("Options")).Select(customer => customer.Part()).ToList();
        Assert.Equal(["New", "Older"], customers.Select(part => part.ContactName));
        Assert.Equal("New here", customers[0].Hold?.Reason);
        Assert.Null(customers[1].Hold);
        Assert.Null(customers[1].Phone);
    }

    [Fact]
    public async Task WhatIsDiscardedIsNotImported()
    {
        using var admin = await SiteUser.AdminAsync(Site);
        var run = await admin.OpenAsync("Contact Name\nAnn\n", "dropped.csv");
        var dropped = await admin.PostAsync(run + "/Cancel", (await admin.GetAsync(run + "/Plan")).Token);
        Assert.Equal((HttpStatusCode.Redirect, ImportPages.List), (dropped.Status, dropped.Location));
        Assert.Contains("Discarded", (await admin.GetAsync(ImportPages.List)).Text, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.Redirect, run), ((await admin.GetAsync(run + "/Plan")).Status, (await admin.GetAsync(run + "/Plan")).Location));
        Assert.Equal(HttpStatusCode.OK, (await admin.GetAsync(run)).Status);
    }

    [Fact]
    public async Task WhatWasBegunIsNotPlannedAgain()
    {
        using var admin = await SiteUser.AdminAsync(Site);
        var run = await admin.OpenAsync("Contact Name,Company\nAnn,Begun\n");
        var fields = (await admin.GetAsync(run + "/Plan")).Fields.ToArray();
        await admin.RunAsync(run, ImportPlanForm.Import);

        Assert.Equal(run, (await admin.PostAsync(run + "/Plan", [.. fields, ("Do", ImportPlanForm.Import)])).Location);
        Assert.Equal(run, (await admin.PostAsync(run + "/Start", fields.First(field => field.Name == "__RequestVerificationToken"))).Location);
        Assert.Single(await Site.FindAllAsync("Begun"));
    }

    [Fact]
    public async Task RowsThatCantBeReadAreShownAsSuch()
    {
        using var admin = await SiteUser.AdminAsync(Site);
        var answer = await admin.UploadAsync(Encoding.UTF8.GetBytes("Contact Name,Company,Company\nAnn,A,1\nBob,\"B\"x,2\n"));
        var plan = await admin.GetAsync(answer.Location);

        Assert.Contains("Columns 2 and 3 have the same name, Company.", plan.Text, StringComparison.Ordinal);
        Assert.Contains("1 of the first 2 rows can't be read as they are.", plan.Text, StringComparison.Ordinal);
        Assert.Contains("The quotation marks in line 3 don't match.", plan.Text, StringComparison.Ordinal);
    }

    private static IReadOnlyList<string> Values(SitePage page, string name) => [.. page.Fields.Where(field => field.Name == name).Select(field => field.Value)];
}
