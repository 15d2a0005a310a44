using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Handlers;
using OrchardCore.Customers.Tests.Shared;
using Platform.Tests.Hosting;
using Xunit;
using YesSql;

namespace OrchardCore.Customers.Tests.Customers;

/// <summary>
/// A handler of another module that asks the database while a customer is saved, as audit trails do: its query writes what
/// the session holds, and what the database then refuses, Orchard logs and forgets.
/// </summary>
public sealed class OtherHandlerTests : IAsyncLifetime
{
    private TestSite _site = null!;

    public async ValueTask InitializeAsync()
        => _site = await CustomersSite.StartAsync(TestSiteDatabase.Sqlite, [], services => services.AddContentPart<CustomerPart>().AddHandler<AskingHandler>());

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task ACustomerIsSavedAllTheSame()
    {
        var id = await _site.AddAsync("Asked About");
        Assert.True((await _site.UpdateAsync(id, part => part.Company = "Asked Again")).Succeeded);

        Assert.Equal("Asked Again", (await _site.ReadAsync(id))!.Company);
        Assert.True(AskingHandler.Asked > 0);
    }

    [Fact]
    public async Task WhatWasNotSavedIsNotSaidToBe()
    {
        var id = await _site.AddAsync("Edited Twice");

        var result = await _site.InScopeAsync(async services =>
        {
            var manager = services.GetRequiredService<ICustomerManager>();
            var mine = await manager.FindAsync(id);
            Assert.True((await _site.UpdateAsync(id, part => part.Company = "Theirs")).Succeeded);
            mine!.Alter<CustomerPart>(part => part.Company = "Mine");

            return await manager.UpdateAsync(mine!);
        });

        Assert.Equal("CustomerPart.Revision: Somebody else saved this customer meanwhile.", result.TheError());
        Assert.Equal("Theirs", (await _site.ReadAsync(id))!.Company);
    }

    [Fact]
    public async Task AnEMailAddressThatWasTakenMeanwhileIsReported()
    {
        var results = await Task.WhenAll(Enumerable.Range(1, 16).Select(index => _site.CreateAsync(part => (part.ContactName, part.Email) = ($"Asked {index}", "asked@example.com"))));

        Assert.Single(results, result => result.Result.Succeeded);
        Assert.All(results.Where(result => !result.Result.Succeeded), result => Assert.Contains("Email", result.Result.TheError(), StringComparison.Ordinal));
        Assert.Single(await _site.InScopeAsync(async services => (await services.GetRequiredService<ISession>().QueryIndex<CustomerIndex>(index => index.Email == "asked@example.com").ListAsync()).ToList()));
    }

    public sealed class AskingHandler(ISession session) : ContentPartHandler<CustomerPart>
    {
        public static int Asked { get; private set; }

        public override Task CreatingAsync(CreateContentContext context, CustomerPart part) => AskAsync();

        public override Task UpdatingAsync(UpdateContentContext context, CustomerPart part) => AskAsync();

        private async Task AskAsync()
        {
            await session.QueryIndex<CustomerIndex>(index => index.Company == "nobody").FirstOrDefaultAsync();
            Asked++;
        }
    }
}
