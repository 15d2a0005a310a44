using Microsoft.Extensions.DependencyInjection;
using Platform.Tests.Features;
using Platform.Tests.Features.Things;
using Platform.Tests.Hosting;
using Xunit;
using YesSql;

namespace Platform.Tests.Data;

public abstract class MigrationContract(TestSiteDatabase database)
{
    [Fact]
    public async Task AMigrationRunsOnceUpToItsLastVersion()
    {
        await using var site = await StartAsync();
        string[] expected = ["created", "updated from 1", "updated from 2"];

        Assert.Equal(expected, await NotesAsync(site));

        await site.RestartAsync();

        Assert.Equal(expected, await NotesAsync(site));
    }

    [Fact]
    public async Task AFeatureIsMigratedWhenItIsEnabled()
    {
        await using var site = await StartAsync(Enable(FeatureNames.Extra));

        Assert.Equal(["created", "extra", "updated from 1", "updated from 2"], await NotesAsync(site));
    }

    /// <summary>The failure is logged; the site and its other migrations go on, and the next start tries again.</summary>
    [Fact]
    public async Task WhatAFailingMigrationDidIsUndone()
    {
        await using var site = await StartAsync(Enable(FeatureNames.Broken));

        Assert.Equal(["created", "updated from 1", "updated from 2"], await NotesAsync(site));

        await site.RestartAsync();

        Assert.Equal(["created", "updated from 1", "updated from 2"], await NotesAsync(site));
    }

    private Task<TestSite> StartAsync(params string[] steps) => TestSite.StartAsync("Platform.Tests", database, [FeatureNames.Things], steps);

    private static string Enable(string feature) => $$"""{ "name": "feature", "enable": [ "{{feature}}" ] }""";

    private static Task<string[]> NotesAsync(TestSite site) => site.InScopeAsync(async services =>
    {
        var notes = await services.GetRequiredService<ISession>().Query<Note>(collection: Note.Collection).ListAsync();

        return notes.Select(note => note.Text).Order(StringComparer.Ordinal).ToArray();
    });
}

public sealed class MigrationsOnSqlite() : MigrationContract(TestSiteDatabase.Sqlite);

public sealed class MigrationsOnPostgres() : MigrationContract(TestSiteDatabase.Postgres);
