using System.Text.Json;
using System.Text.Json.Nodes;
using OrchardCore.ContentManagement;
using Platform.Tests.Features.Things;
using Xunit;

namespace Platform.Tests.Content;

/// <summary>The objects over the JSON of an item.</summary>
public sealed class ContentPartContract
{
    [Fact]
    public void APartIsTheSameObjectEachTime()
    {
        var item = Read("""{ "ThingPart": { "Name": "first" } }""");

        Assert.Equal("first", item.GetOrCreate<ThingPart>().Name);
        Assert.Same(item.GetOrCreate<ThingPart>(), item.GetOrCreate<ThingPart>());
    }

    [Fact]
    public void APartThatIsMissingIsMadeEmpty()
    {
        var item = new ContentItem();
        Assert.False(item.Has<ThingPart>());

        var part = item.GetOrCreate<ThingPart>();

        Assert.Same(item, part.ContentItem);
        Assert.True(item.Has<ThingPart>());
        Assert.Equal("{}", Json(item)["ThingPart"].ToJsonString());
    }

    [Fact]
    public void WhatIsSetOnAPartIsWrittenWhenItIsApplied()
    {
        var item = new ContentItem();
        var part = item.GetOrCreate<ThingPart>();
        part.Name = "set";

        Assert.Null(Json(item)["ThingPart"]["Name"]);

        part.Apply();

        Assert.Equal("set", Json(item)["ThingPart"]["Name"].ToString());
    }

    [Fact]
    public void AlteringWritesAtOnce()
    {
        var item = new ContentItem();

        Assert.Same(item, item.Alter<ThingPart>(part => part.Name = "altered"));
        Assert.Equal("altered", Json(item)["ThingPart"]["Name"].ToString());
        Assert.Equal("altered", item.GetOrCreate<ThingPart>().Name);
    }

    [Fact]
    public void WhatWasTakenAwayIsNull()
    {
        var item = Read("""{ "ThingPart": { "Name": "first", "Price": 1 } }""");
        item.Alter<ThingPart>(part => part.Name = null);

        Assert.True(Json(item)["ThingPart"].AsObject().ContainsKey("Name"));
        Assert.Null(Json(item)["ThingPart"]["Name"]);
        Assert.Equal(1, item.GetOrCreate<ThingPart>().Price);
    }

    [Fact]
    public void ArraysAreReplaced()
    {
        var item = Read("""{ "ThingPart": { "Tags": [ "a", "b" ] } }""");
        item.Alter<ThingPart>(part => part.Tags = ["c"]);

        Assert.Equal("""["c"]""", Json(item)["ThingPart"]["Tags"].ToJsonString());
    }

    [Fact]
    public void ObjectsWithinAreMerged()
    {
        var item = Read("""{ "ThingPart": { "Size": { "Width": 1, "Height": 2, "Depth": 3 } } }""");
        item.Alter<ThingPart>(part => part.Size = new ThingSize { Width = 5 });

        Assert.Equal("""{"Width":5,"Height":null,"Depth":3}""", Json(item)["ThingPart"]["Size"].ToJsonString());
    }

    [Fact]
    public void WhatTheClassDoesNotKnowStays()
    {
        var item = Read("""{ "ThingPart": { "Name": "first", "Field": { "Text": "kept" } }, "Unknown": { "Text": "kept too" } }""");
        item.Alter<ThingPart>(part => part.Name = "second");

        Assert.Equal("kept", Json(item)["ThingPart"]["Field"]["Text"].ToString());
        Assert.Equal("kept too", Json(item)["Unknown"]["Text"].ToString());
    }

    [Fact]
    public void NamesOfPropertiesAreReadWhateverTheirCase()
    {
        var item = Read("""{ "ThingPart": { "name": "first", "color": "green", "count": "5", "SIZE": { "width": 3 } } }""");
        var part = item.GetOrCreate<ThingPart>();

        Assert.Equal("first", part.Name);
        Assert.Equal(ThingColor.Green, part.Color);
        Assert.Equal(5, part.Count);
        Assert.Equal(3, part.Size.Width);
    }

    [Fact]
    public void WhatIsNeitherPartNorPropertyIsNotRead()
    {
        var item = Read("""{ "Number": 1, "Text": "text", "Array": [ 1 ], "ContentType": 5, "Latest": "true", "CreatedUtc": "never", "Id": 7 }""");

        Assert.Equal(0, item.Id);
        Assert.Null(item.ContentType);
        Assert.False(item.Latest);
        Assert.Null(item.CreatedUtc);
        Assert.DoesNotContain("Number", Json(item).Select(property => property.Key));
        Assert.DoesNotContain("Text", Json(item).Select(property => property.Key));
        Assert.Equal("[1]", Json(item)["Array"].ToJsonString());
    }

    [Fact]
    public void AnItemIsItsOwnContentItem()
    {
        var item = new ContentItem { ContentType = "Thing", ContentItemId = "id" };

        Assert.Same(item, item.ContentItem);
        Assert.Equal("Thing (id)", item.ToString());

        item.DisplayText = "text";
        Assert.Equal("text", item.ToString());
    }

    private static ContentItem Read(string json) => JsonSerializer.Deserialize<ContentItem>(json);

    private static JsonObject Json(ContentItem item) => JsonSerializer.SerializeToNode(item).AsObject();
}
