using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using Platform.Tests.Features.Things;
using Platform.Tests.Hosting;
using Xunit;

namespace Platform.Tests.Content;

public abstract class ContentHandlerContract(Things things) : ThingsContract(things)
{
    [Fact]
    public Task CreatingAnItemIsNoUpdate() => InItemAsync("Thing", async (manager, item, events) =>
    {
        await manager.CreateAsync(item);

        Assert.Equal(["Creating"], events.Names);
        Assert.Equal(1, item.GetOrCreate<ThingPart>().Count);
    });

    [Fact]
    public Task AnUpdateIsHandledBeforeItIsSaved() => InItemAsync("Thing", async (manager, item, events) =>
    {
        await manager.CreateAsync(item);
        await manager.UpdateAsync(item);

        Assert.Equal(["Creating", "Updating"], events.Names);
        Assert.Equal(11, item.GetOrCreate<ThingPart>().Count);
    });

    [Fact]
    public Task ARemovalIsHandledWhenTheMarksAreSetAndOnlyOnce() => InItemAsync("Thing", async (manager, item, events) =>
    {
        await manager.CreateAsync(item);
        await manager.RemoveAsync(item);
        await manager.RemoveAsync(item);

        Assert.Equal(["Creating", "Removed False True"], events.Names);
    });

    [Fact]
    public Task AHandlerRefusesAnItemByItsPartAndProperty() => InItemAsync("Thing", async (manager, item, events) =>
    {
        item.Alter<ThingPart>(part => part.Name = "wrong");
        var result = await manager.ValidateAsync(item);

        Assert.False(result.Succeeded);
        Assert.Equal(["That is no name.", "Nothing is right."], result.Errors.Select(error => error.ErrorMessage));
        Assert.Equal(["ThingPart.Name"], result.Errors[0].MemberNames);
        Assert.Empty(result.Errors[1].MemberNames);
        Assert.Equal(["Validating"], events.Names);
    });

    [Fact]
    public Task AnItemThatNobodyRefusesIsValid() => InItemAsync("Thing", async (manager, item, _) =>
    {
        var result = await manager.ValidateAsync(item);

        Assert.True(result.Succeeded);
        Assert.Empty(result.Errors);
    });

    /// <summary>The failure is logged, and the next handler is called.</summary>
    [Fact]
    public Task WhatAHandlerThrowsStopsNothing() => InItemAsync("FragileThing", async (manager, item, events) =>
    {
        item.Alter<FragilePart>(part => part.Breaks = true);

        Assert.True((await manager.ValidateAsync(item)).Succeeded);
        Assert.True(await manager.CreateAsync(item));
        await manager.UpdateAsync(item);

        Assert.True(item.Id > 0);
        Assert.Equal(["First", "First", "Second", "First"], events.Names);
    });

    [Fact]
    public Task HandlersAreNotCalledForPartsThatTheTypeDoesNotHave() => InItemAsync("FragileThing", async (manager, item, events) =>
    {
        item.Alter<ThingPart>(part => part.Name = "wrong");

        Assert.True((await manager.ValidateAsync(item)).Succeeded);
        Assert.Equal(["First"], events.Names);
    });

    private Task InItemAsync(string type, Func<IContentManager, ContentItem, ThingEvents, Task> execute) => Site.InScopeAsync(async services =>
    {
        var manager = services.GetRequiredService<IContentManager>();
        var item = await manager.NewAsync(type);
        var events = services.GetRequiredService<ThingEvents>();
        events.Clear();
        await execute(manager, item, events);
    });
}

[Collection(nameof(OnSqlite))]
public sealed class ContentHandlersOnSqlite(SqliteThings things) : ContentHandlerContract(things);

[Collection(nameof(OnPostgres))]
public sealed class ContentHandlersOnPostgres(PostgresThings things) : ContentHandlerContract(things);
