using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using OrchardCore.BackgroundTasks;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Shared.Jobs;
using OrchardCore.Customers.Tests.Shared;
using OrchardCore.Customers.Transfer;
using OrchardCore.Customers.Transfer.Import;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.Transfer.Import;

/// <summary>An import fails each time somebody goes on with it.</summary>
public sealed class ImportPoisonTests
{
    [Fact]
    public async Task AnImportThatBreaksKeepsNoOtherFromGoingOn()
    {
        await using var site = await TestSite.StartAsync(
            "SampleHost",
            TestSiteDatabase.Sqlite,
            [CustomersConstants.Features.Customers, CustomersConstants.Features.Transfer],
            [CustomersSite.Roles],
            services => services.AddScoped<ICustomerTransferColumn, BrokenColumn>());
        var broken = await site.PlanAsync("Contact Name,Broken\nAnn,x\n");
        Assert.True((await site.BeginAsync(broken, ImportPhase.Import)).Succeeded);
        await site.ChangeRunAsync(broken, run => run.CreatedUtc = run.CreatedUtc.AddMinutes(-1));
        var whole = await site.PlanAsync("Contact Name,Company\nBen,Whole\n");
        Assert.True((await site.BeginAsync(whole, ImportPhase.Import)).Succeeded);
        var old = await site.ImportAsync("Contact Name\nOld\n");
        await site.ChangeRunAsync(old.JobId, run => (run.CreatedUtc, run.UndoUntilUtc) = (DateTime.UtcNow.AddDays(-40), DateTime.UtcNow.AddDays(-10)));

        await site.InScopeAsync(services => services.GetServices<IBackgroundTask>().OfType<JobTask>().Single().DoWorkAsync(services, CancellationToken.None));

        Assert.Equal(JobState.Running, (await site.FindRunAsync(broken)).State);
        Assert.Equal(JobState.Finished, (await site.FindRunAsync(whole)).State);
        Assert.Null(await site.InScopeAsync(services => services.GetRequiredService<IImportManager>().FindAsync(old.JobId)));
    }

    /// <summary>A column of another module, as its author did not mean it.</summary>
    private sealed class BrokenColumn(IStringLocalizer<BrokenColumn> S) : ICustomerTransferColumn
    {
        public string Name => "Broken";

        public LocalizedString Label => S["Broken"];

        public LocalizedString Hint => S["Breaks."];

        public string Example => "";

        public int Order => 5_000;

        public Task<IReadOnlyList<string?>> ReadAsync(IReadOnlyList<ContentItem> customers) => Task.FromResult<IReadOnlyList<string?>>([.. customers.Select(_ => (string?)null)]);

        public Task WriteAsync(IReadOnlyList<CustomerTransferCell> cells) => throw new InvalidOperationException("It breaks.");
    }
}
