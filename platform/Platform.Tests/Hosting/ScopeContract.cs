using System.Net;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using OrchardCore.Environment.Shell.Scope;
using Platform.Tests.Features.Things;
using Xunit;
using YesSql;

namespace Platform.Tests.Hosting;

/// <summary>When what a scope saves is committed.</summary>
public abstract class ScopeContract(Things things) : ThingsContract(things)
{
    [Fact]
    public async Task WhatAScopeSavesIsCommittedAtItsEnd()
    {
        var name = NewName();

        await With<ISession>(async session =>
        {
            await SaveAsync(session, name);
            Assert.False(await ExistsAsync(name));
        });

        Assert.True(await ExistsAsync(name));
    }

    [Fact]
    public async Task WhatAFailingScopeSavedIsUndone()
    {
        var name = NewName();

        var thrown = await Assert.ThrowsAsync<InvalidOperationException>(() => With<ISession>(async session =>
        {
            await SaveAsync(session, name);
            await session.FlushAsync();

            throw new InvalidOperationException("thrown");
        }));

        Assert.Equal("thrown", thrown.Message);
        Assert.False(await ExistsAsync(name));
    }

    [Fact]
    public async Task AChildScopeIsCommittedByItself()
    {
        var own = NewName();
        var childs = NewName();

        await Assert.ThrowsAsync<InvalidOperationException>(() => With<ISession>(async session =>
        {
            await ShellScope.UsingChildScopeAsync(scope => SaveAsync(scope.ServiceProvider.GetRequiredService<ISession>(), childs));
            await SaveAsync(session, own);

            throw new InvalidOperationException();
        }));

        Assert.True(await ExistsAsync(childs));
        Assert.False(await ExistsAsync(own));
    }

    [Fact]
    public async Task AFailingChildScopeLeavesItsParentAlone()
    {
        var own = NewName();
        var childs = NewName();

        await With<ISession>(async session =>
        {
            await Assert.ThrowsAsync<InvalidOperationException>(() => ShellScope.UsingChildScopeAsync(async scope =>
            {
                await SaveAsync(scope.ServiceProvider.GetRequiredService<ISession>(), childs);

                throw new InvalidOperationException();
            }));
            await SaveAsync(session, own);
        });

        Assert.False(await ExistsAsync(childs));
        Assert.True(await ExistsAsync(own));
    }

    [Fact]
    public Task ScopesHaveSessionsOfTheirOwnAndOneStore() => Site.InScopeAsync(async services =>
    {
        var session = services.GetRequiredService<ISession>();

        await ShellScope.UsingChildScopeAsync(scope =>
        {
            Assert.NotSame(services, scope.ServiceProvider);
            Assert.NotSame(session, scope.ServiceProvider.GetRequiredService<ISession>());
            Assert.Same(session.Store, scope.ServiceProvider.GetRequiredService<ISession>().Store);
            Assert.Same(services.GetRequiredService<ThingEvents>(), scope.ServiceProvider.GetRequiredService<ThingEvents>());

            return Task.CompletedTask;
        });
    });

    [Fact]
    public async Task AnOrdinaryServiceScopeIsNotCommitted()
    {
        var name = NewName();

        await Site.InScopeAsync(async services =>
        {
            await using var scope = services.CreateAsyncScope();
            await SaveAsync(scope.ServiceProvider.GetRequiredService<ISession>(), name);
        });

        Assert.False(await ExistsAsync(name));
    }

    [Fact]
    public async Task ACancelledSessionCommitsNothing()
    {
        var name = NewName();

        await With<ISession>(async session =>
        {
            await SaveAsync(session, name);
            await session.CancelAsync();
            await SaveAsync(session, name);
        });

        Assert.False(await ExistsAsync(name));
    }

    /// <summary>Nothing has flushed before: the database refuses when the scope ends, and the caller hears of it.</summary>
    [Fact]
    public async Task WhatTheDatabaseRefusesAtTheEndIsThrown()
    {
        var name = NewName();
        await CreateThingAsync(name);

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => CreateThingAsync(name));
    }

    [Fact]
    public async Task WhatARequestSavesIsCommittedBeforeItIsAnsweredWithARedirect()
    {
        using var client = Site.NewClient();
        var name = NewName();

        using var response = await client.GetAsync("/things/saved/" + name);

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.True(await ExistsAsync(name));
    }

    [Fact]
    public async Task WhatAFailingRequestSavedIsUndone()
    {
        using var client = Site.NewClient();
        var name = NewName();

        using var response = await client.GetAsync("/things/lost/" + name);

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.False(await ExistsAsync(name));
    }

    [Fact]
    public async Task TheServicesOfARequestAreThoseOfTheScopeThatRuns()
    {
        using var client = Site.NewClient();

        Assert.Equal("True True True", await client.GetStringAsync("/things/child"));
    }

    private static Task SaveAsync(ISession session, string name) => session.SaveAsync(new Note { Text = name }, collection: Note.Collection);

    private Task CreateThingAsync(string name) => With<IContentManager>(async manager =>
    {
        var item = await manager.NewAsync("Thing");
        item.Alter<ThingPart>(part => part.Name = name);
        await manager.CreateAsync(item);
    });

    private Task<bool> ExistsAsync(string name)
        => With<ISession, bool>(async session => await session.QueryIndex<NoteIndex>(index => index.Text == name, Note.Collection).CountAsync() > 0);
}

[Collection(nameof(OnSqlite))]
public sealed class ScopesOnSqlite(SqliteThings things) : ScopeContract(things);

[Collection(nameof(OnPostgres))]
public sealed class ScopesOnPostgres(PostgresThings things) : ScopeContract(things);
