using Microsoft.AspNetCore.Identity;
using OrchardCore.ContentManagement.Metadata;
using OrchardCore.ContentManagement.Metadata.Settings;
using OrchardCore.Data.Migration;
using OrchardCore.Security;
using YesSql;
using YesSql.Sql;

namespace Platform.Tests.Features.Things;

public sealed class ThingMigrations(IContentDefinitionManager definitions, RoleManager<IRole> roles, ISession session) : DataMigration
{
    public const string Role = "Thing keeper";

    public async Task<int> CreateAsync()
    {
        await definitions.AlterPartDefinitionAsync(nameof(ThingPart), part => part.WithDisplayName("Thing").WithDescription("A thing."));
        await definitions.AlterTypeDefinitionAsync("Thing", type => type
            .WithDisplayName("A thing")
            .WithDescription("Something.")
            .Securable()
            .WithPart<ThingPart>(part => part.WithPosition("1")));
        await definitions.AlterTypeDefinitionAsync("FragileThing", type => type
            .WithPart<FragilePart>(_ => { }));

        await SchemaBuilder.CreateMapIndexTableAsync<ThingIndex>(table => table
            .Column<string>(nameof(ThingIndex.ContentItemId), column => column.WithLength(26))
            .Column<string>(nameof(ThingIndex.Name), column => column.NotNull().Unique().WithLength(255)));
        await SchemaBuilder.CreateMapIndexTableAsync<NoteIndex>(table => table
            .Column<string>(nameof(NoteIndex.Text), column => column.WithLength(255)), Note.Collection);

        await session.SaveAsync(new Note { Text = "created" }, collection: Note.Collection);
        await roles.CreateAsync(new Role { RoleName = Role, RoleDescription = "Keeps things." });

        return 1;
    }

    public async Task<int> UpdateFrom1Async()
    {
        await session.SaveAsync(new Note { Text = "updated from 1" }, collection: Note.Collection);

        return 2;
    }

    /// <summary>Skips a version.</summary>
    public async Task<int> UpdateFrom2Async()
    {
        await session.SaveAsync(new Note { Text = "updated from 2" }, collection: Note.Collection);

        return 4;
    }

    public static Task<int> UpdateFrom3Async() => throw new InvalidOperationException("Nobody stops at version 3.");
}

public sealed class SynchronousMigrations : DataMigration
{
    public static int Create() => 1;

    public int UpdateFrom1() => SchemaBuilder is null ? 0 : 5;
}

public sealed class ExtraMigrations(ISession session) : DataMigration
{
    public async Task<int> CreateAsync()
    {
        await session.SaveAsync(new Note { Text = "extra" }, collection: Note.Collection);

        return 1;
    }
}

/// <summary>Fails after it has done something.</summary>
public sealed class BrokenMigrations(ISession session) : DataMigration
{
    public async Task<int> CreateAsync()
    {
        await session.SaveAsync(new Note { Text = "broken" }, collection: Note.Collection);
        await session.FlushAsync();

        throw new InvalidOperationException("This migration is broken.");
    }
}

/// <summary>Comes after the one that fails.</summary>
public sealed class UnbrokenMigrations(ISession session) : DataMigration
{
    public async Task<int> CreateAsync()
    {
        await session.SaveAsync(new Note { Text = "unbroken" }, collection: Note.Collection);

        return 1;
    }
}
