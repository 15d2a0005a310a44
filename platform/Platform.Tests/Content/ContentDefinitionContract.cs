using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement.Metadata;
using OrchardCore.ContentManagement.Metadata.Models;
using OrchardCore.ContentManagement.Metadata.Settings;
using Platform.Tests.Features.Things;
using Platform.Tests.Hosting;
using Xunit;

namespace Platform.Tests.Content;

public abstract class ContentDefinitionContract(Things things) : ThingsContract(things)
{
    [Fact]
    public Task ATypeKnowsItsParts() => With<IContentDefinitionManager>(async definitions =>
    {
        var type = await definitions.GetTypeDefinitionAsync("Thing");
        var part = Assert.Single(type.Parts);

        Assert.Equal("Thing", type.Name);
        Assert.Equal("ThingPart", part.Name);
        Assert.Equal("ThingPart", part.PartDefinition.Name);
        Assert.Empty(part.PartDefinition.Fields);
    });

    [Fact]
    public Task AnUnknownTypeIsNone() => With<IContentDefinitionManager>(async definitions =>
    {
        Assert.Null(await definitions.GetTypeDefinitionAsync("NobodyKnows"));
        Assert.Null(await definitions.LoadTypeDefinitionAsync("NobodyKnows"));
    });

    [Fact]
    public async Task NamesOfTypesAreKnownWhateverTheirCase()
    {
        var type = await With<IContentDefinitionManager, ContentTypeDefinition>(definitions => definitions.GetTypeDefinitionAsync("tHING"));

        Assert.Equal("Thing", type?.Name);
    }

    /// <summary>A type may name a part before anybody has defined it.</summary>
    [Fact]
    public Task APartThatNobodyDefinedIsDefinedByItsType() => With<IContentDefinitionManager>(async definitions =>
    {
        var type = await definitions.GetTypeDefinitionAsync("FragileThing");
        var part = Assert.Single(type.Parts);

        Assert.Equal("FragilePart", part.PartDefinition.Name);
        Assert.Empty(part.PartDefinition.Fields);
    });

    [Fact]
    public async Task AnAlteredTypeKeepsWhatItWas()
    {
        await With<IContentDefinitionManager>(definitions => definitions.AlterTypeDefinitionAsync("KeptThing", type => type
            .WithDisplayName("Kept")
            .WithPart<ThingPart>(part => part.WithPosition("1"))));
        await With<IContentDefinitionManager>(definitions => definitions.AlterTypeDefinitionAsync("KeptThing", type => type
            .WithPart<FragilePart>(part => part.WithPosition("2"))
            .WithPart<ThingPart>(part => part.WithPosition("3"))));

        var type = await With<IContentDefinitionManager, ContentTypeDefinition>(definitions => definitions.GetTypeDefinitionAsync("KeptThing"));

        Assert.Equal(["FragilePart", "ThingPart"], type.Parts.Select(part => part.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task AChangeIsSeenInItsScopeAndByLaterOnes()
    {
        await Site.InScopeAsync(async services =>
        {
            var definitions = services.GetRequiredService<IContentDefinitionManager>();
            await definitions.AlterTypeDefinitionAsync("NewThing", type => type.WithPart<ThingPart>(_ => { }));

            Assert.NotNull(await definitions.LoadTypeDefinitionAsync("NewThing"));
            Assert.Null(await definitions.GetTypeDefinitionAsync("NewThing"));
        });

        Assert.NotNull(await With<IContentDefinitionManager, ContentTypeDefinition>(definitions => definitions.GetTypeDefinitionAsync("NewThing")));
    }

    [Fact]
    public async Task AChangeOfAScopeThatFailsIsForgotten()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => With<IContentDefinitionManager>(async definitions =>
        {
            await definitions.AlterTypeDefinitionAsync("LostThing", type => type.WithPart<ThingPart>(_ => { }));

            throw new InvalidOperationException();
        }));

        Assert.Null(await With<IContentDefinitionManager, ContentTypeDefinition>(definitions => definitions.GetTypeDefinitionAsync("LostThing")));
    }
}

[Collection(nameof(OnSqlite))]
public sealed class ContentDefinitionsOnSqlite(SqliteThings things) : ContentDefinitionContract(things);

[Collection(nameof(OnPostgres))]
public sealed class ContentDefinitionsOnPostgres(PostgresThings things) : ContentDefinitionContract(things);
