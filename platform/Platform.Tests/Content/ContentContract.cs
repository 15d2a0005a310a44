using System.Security.Claims;
using System.Text.Json.Nodes;
using Dapper;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using Platform.Tests.Features.Things;
using Platform.Tests.Hosting;
using Xunit;
using YesSql;
using ISession = YesSql.ISession;

namespace Platform.Tests.Content;

/// <summary>What the content manager does with an item on its way into the database and back.</summary>
public abstract class ContentContract(Things things) : ThingsContract(things)
{
    [Fact]
    public Task ANewItemHasAnIdAndTheBeginningsOfItsPartsButIsNotSaved() => With<IContentManager>(async manager =>
    {
        var item = await manager.NewAsync("Thing");

        Assert.Matches("^[0-9a-z]{26}$", item.ContentItemId);
        Assert.Equal("Thing", item.ContentType);
        Assert.True(item.Has<ThingPart>());
        Assert.Same(item, item.GetOrCreate<ThingPart>().ContentItem);
        Assert.Equal(0, item.Id);
        Assert.Null(item.ContentItemVersionId);
        Assert.Null(item.CreatedUtc);
        Assert.Null(item.Owner);
        Assert.Null(item.DisplayText);
        Assert.False(item.Latest);
        Assert.False(item.Published);
    });

    [Fact]
    public Task AnItemOfAnUnknownTypeHasNoParts() => With<IContentManager>(async manager =>
    {
        var item = await manager.NewAsync("NobodyKnows");

        Assert.Equal("NobodyKnows", item.ContentType);
        Assert.False(item.Has<ThingPart>());
    });

    [Fact]
    public async Task ACreatedItemIsPublishedAndDated()
    {
        var before = DateTime.UtcNow;
        var item = await CreateAsync();

        Assert.True(item.Id > 0);
        Assert.Matches("^[0-9a-z]{26}$", item.ContentItemVersionId);
        Assert.True(item.Latest);
        Assert.True(item.Published);
        Assert.InRange(item.CreatedUtc.Value, before, DateTime.UtcNow);
        Assert.Equal(item.CreatedUtc, item.ModifiedUtc);
        Assert.InRange(item.PublishedUtc.Value, item.CreatedUtc.Value, DateTime.UtcNow);
        Assert.Equal(DateTimeKind.Utc, item.CreatedUtc.Value.Kind);
        Assert.Null(item.Owner);
        Assert.Null(item.Author);
    }

    [Fact]
    public async Task WhatIsStoredIsReadAgain()
    {
        var created = await CreateAsync(part =>
        {
            part.Color = ThingColor.Green;
            part.SeenUtc = new DateTime(2024, 2, 29, 12, 0, 0, DateTimeKind.Utc);
            part.Day = new DateOnly(2024, 2, 29);
            part.Duration = TimeSpan.FromMinutes(90);
            part.Price = 12.50m;
            part.Tags = ["b", "a"];
            part.Size = new ThingSize { Width = 5 };
        });
        var item = await FindAsync(created.ContentItemId);
        var part = item.GetOrCreate<ThingPart>();

        Assert.NotSame(created, item);
        Assert.Equal(created.Id, item.Id);
        Assert.Equal(created.ContentItemVersionId, item.ContentItemVersionId);
        Assert.Equal(created.CreatedUtc, item.CreatedUtc);
        Assert.Equal(DateTimeKind.Utc, item.CreatedUtc.Value.Kind);
        Assert.Equal(ThingColor.Green, part.Color);
        Assert.Equal(new DateTime(2024, 2, 29, 12, 0, 0, DateTimeKind.Utc), part.SeenUtc);
        Assert.Equal(DateTimeKind.Utc, part.SeenUtc.Value.Kind);
        Assert.Equal(new DateOnly(2024, 2, 29), part.Day);
        Assert.Equal(TimeSpan.FromMinutes(90), part.Duration);
        Assert.Equal(12.50m, part.Price);
        Assert.Equal(["b", "a"], part.Tags);
        Assert.Equal(5, part.Size.Width);
    }

    [Fact]
    public async Task TheStoredJsonHasTheItemsPropertiesFirstAndNullsInParts()
    {
        var item = await CreateAsync(part =>
        {
            part.OtherColor = ThingColor.Green;
            part.SeenUtc = new DateTime(2024, 2, 29, 12, 0, 0, DateTimeKind.Utc);
            part.Duration = TimeSpan.FromMinutes(90);
            part.Price = 12.50m;
            part.Tags = ["ä"];
        });
        var json = await StoredAsync(item);
        var part = json["ThingPart"].AsObject();

        Assert.Equal(
            ["ContentItemId", "ContentItemVersionId", "ContentType", "DisplayText", "Latest", "Published", "ModifiedUtc", "PublishedUtc", "CreatedUtc", "Owner", "Author", "ThingPart"],
            json.Select(property => property.Key));
        Assert.Null(json["Owner"]);
        Assert.Equal(
            ["Count", "Color", "Tags", "Defaults", "Name", "Price", "OtherColor", "SeenUtc", "Day", "Duration", "Size"],
            part.Select(property => property.Key));
        Assert.Equal("Red", part["Color"].ToString());
        Assert.Equal("Green", part["OtherColor"].ToString());
        Assert.Equal("2024-02-29T12:00:00Z", part["SeenUtc"].ToString());
        Assert.Equal("01:30:00", part["Duration"].ToString());
        Assert.Equal("12.50", part["Price"].ToJsonString());
        Assert.Equal("""["\u00E4"]""", part["Tags"].ToJsonString());
        Assert.Null(part["Day"]);
    }

    /// <summary>A collection that a class begins with gets its stored items as well.</summary>
    [Fact]
    public async Task WhatACollectionBeginsWithIsThereTwiceAfterReading()
    {
        var item = await CreateAsync();
        var read = await FindAsync(item.ContentItemId);

        Assert.Equal(["default"], item.GetOrCreate<ThingPart>().Defaults);
        Assert.Equal(["default", "default"], read.GetOrCreate<ThingPart>().Defaults);
    }

    [Fact]
    public async Task AnUpdateKeepsTheOwnerAndNamesTheAuthor()
    {
        var created = await Site.InScopeAsync(async services =>
        {
            LogIn(services, "first");

            return await CreateAsync(services, _ => { });
        });

        Assert.Equal("id-of-first", created.Owner);
        Assert.Equal("first", created.Author);

        await Site.InScopeAsync(async services =>
        {
            LogIn(services, "second");
            await services.GetRequiredService<IContentManager>().UpdateAsync(await FindAsync(services, created.ContentItemId));
        });

        var item = await FindAsync(created.ContentItemId);
        Assert.Equal("id-of-first", item.Owner);
        Assert.Equal("second", item.Author);
        Assert.Equal(created.CreatedUtc, item.CreatedUtc);
        Assert.Equal(created.PublishedUtc, item.PublishedUtc);
        Assert.True(item.ModifiedUtc > created.ModifiedUtc);
    }

    [Fact]
    public Task ANewItemBelongsToTheUserOfTheRequest() => Site.InScopeAsync(async services =>
    {
        LogIn(services, "first");
        var item = await services.GetRequiredService<IContentManager>().NewAsync("Thing");

        Assert.Equal("id-of-first", item.Owner);
        Assert.Equal("first", item.Author);
    });

    [Fact]
    public async Task ARemovedItemIsNeitherLatestNorPublishedButStillThere()
    {
        var item = await CreateAsync();

        await Site.InScopeAsync(async services =>
        {
            var found = await FindAsync(services, item.ContentItemId);
            Assert.True(await services.GetRequiredService<IContentManager>().RemoveAsync(found));
        });

        Assert.Null(await FindAsync(item.ContentItemId));
        var json = await StoredAsync(item);
        Assert.False(json["Latest"].GetValue<bool>());
        Assert.False(json["Published"].GetValue<bool>());
        Assert.NotNull(json["PublishedUtc"]);
    }

    [Fact]
    public async Task RemovingWhatWasNeverSavedIsNoFailure()
        => Assert.True(await With<IContentManager, bool>(async manager => await manager.RemoveAsync(await manager.NewAsync("Thing"))));

    [Fact]
    public async Task CreatingASecondItemWithAUniqueKeyFailsWhenItIsFlushed()
    {
        var name = NewName();
        await CreateAsync(part => part.Name = name);

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => CreateAsync(part => part.Name = name));
    }

    [Fact]
    public async Task AnItemThatWasLoadedIsTheOneThatLaterLoadsGive()
    {
        var created = await CreateAsync();

        await Site.InScopeAsync(async services =>
        {
            var manager = services.GetRequiredService<IContentManager>();
            var item = await FindAsync(services, created.ContentItemId);

            Assert.Same(item, await manager.LoadAsync(item));
            Assert.Same(item, await manager.LoadAsync(new ContentItem { Id = item.Id, ContentType = "Thing" }));
        });
    }

    [Fact]
    public async Task LoadingGivesAnItemThePartsItIsMissing()
    {
        var item = new ContentItem { ContentType = "Thing", Id = -1 };
        await With<IContentManager>(manager => manager.LoadAsync(item));

        Assert.True(item.Has<ThingPart>());
    }

    [Fact]
    public async Task ARowOfAnIndexNamesItsDocument()
    {
        var item = await CreateAsync();
        var row = await With<ISession, ThingIndex>(session => session.QueryIndex<ThingIndex>(index => index.DocumentId == item.Id).FirstOrDefaultAsync());

        Assert.Equal(item.ContentItemId, row.ContentItemId);
        Assert.Equal(item.Id, row.DocumentId);
    }

    [Fact]
    public async Task TheIndexOfAllContentKnowsTheItem()
    {
        var item = await CreateAsync();
        var row = await Site.InScopeAsync(async services =>
        {
            var session = services.GetRequiredService<ISession>();
            await session.FlushAsync();
            var transaction = await session.BeginTransactionAsync();

            return (IDictionary<string, object>)await transaction.Connection.QuerySingleAsync(
                """select * from "ContentItemIndex" where "ContentItemId" = @id""", new { id = item.ContentItemId }, transaction);
        });

        Assert.Equal(
            ["Author", "ContentItemId", "ContentItemVersionId", "ContentType", "CreatedUtc", "DisplayText", "DocumentId", "Id", "Latest", "ModifiedUtc", "Owner", "Published", "PublishedUtc"],
            row.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(item.Id, Convert.ToInt64(row["DocumentId"], null));
        Assert.Equal("Thing", row["ContentType"]);
        Assert.Equal(1, Convert.ToInt32(row["Latest"], null));
    }

    private static void LogIn(IServiceProvider services, string name)
        => services.GetRequiredService<IHttpContextAccessor>().HttpContext = new DefaultHttpContext
        {
            User = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, "id-of-" + name), new Claim(ClaimTypes.Name, name)], "test")),
        };

    private Task<ContentItem> CreateAsync(Action<ThingPart> alter = null) => Site.InScopeAsync(services => CreateAsync(services, alter ?? (_ => { })));

    private static async Task<ContentItem> CreateAsync(IServiceProvider services, Action<ThingPart> alter)
    {
        var manager = services.GetRequiredService<IContentManager>();
        var item = await manager.NewAsync("Thing");
        item.Alter(alter);
        Assert.True(await manager.CreateAsync(item, VersionOptions.Published));

        return item;
    }

    private Task<ContentItem> FindAsync(string id) => Site.InScopeAsync(services => FindAsync(services, id));

    private static async Task<ContentItem> FindAsync(IServiceProvider services, string id)
    {
        var item = await services.GetRequiredService<ISession>().Query<ContentItem, ThingIndex>(index => index.ContentItemId == id).FirstOrDefaultAsync();

        return item is null ? null : await services.GetRequiredService<IContentManager>().LoadAsync(item);
    }

    private Task<JsonObject> StoredAsync(ContentItem item) => With<ISession, JsonObject>(async session =>
    {
        var transaction = await session.BeginTransactionAsync();
        var content = await transaction.Connection.QuerySingleAsync<string>("""select "Content" from "Document" where "Id" = @id""", new { id = item.Id }, transaction);

        return JsonNode.Parse(content).AsObject();
    });
}

[Collection(nameof(OnSqlite))]
public sealed class ContentOnSqlite(SqliteThings things) : ContentContract(things);

[Collection(nameof(OnPostgres))]
public sealed class ContentOnPostgres(PostgresThings things) : ContentContract(things);
