using System.Net;
using System.Text.RegularExpressions;
using Xunit;

namespace Platform.Tests.Display;

/// <summary>The content editor: which parts show what where, under which names, and what becomes of what is posted.</summary>
[Collection(NotesSite.Collection)]
public sealed class EditorContract(NotesSite site)
{
    [Fact]
    public async Task PartsStandInTheOrderOfTheirPositions()
    {
        var page = await ReadAsync("/Admin/Notes/Create/Note");

        Assert.Equal(["NotePart.Text", "NotePart.Stars", "TagPart.Tag"], page.FieldNames.Take(3));
    }

    [Fact]
    public async Task PartsWithoutAPositionKeepTheOrderOfTheType()
    {
        var page = await ReadAsync("/Admin/Notes/Create/UnplacedNote");

        Assert.Equal(["TagPart.Tag", "NotePart.Text", "NotePart.Stars"], page.FieldNames);
    }

    [Fact]
    public async Task FieldsAreNamedAfterTheirPartAndTheShapeHasThePrefix()
    {
        var page = await ReadAsync("/Admin/Notes/Create/Note");

        Assert.Equal("NotePart_Text", page.Field("NotePart.Text")["id"]);
        Assert.True(page.Contains("data-prefix=\"NotePart\""));
    }

    [Fact]
    public async Task APrefixOfTheEditorPrecedesAllOthers()
    {
        var page = await ReadAsync("/Admin/Notes/Create/Note?htmlPrefix=Sub");

        Assert.All(page.FieldNames, name => Assert.StartsWith("Sub.", name, StringComparison.Ordinal));
        Assert.Equal("Sub_NotePart_Text", page.Field("Sub.NotePart.Text")["id"]);
        Assert.True(page.Contains("data-prefix=\"Sub.NotePart\""));
    }

    [Fact]
    public async Task ADriverFillsItsViewModelBeforeTheViewShowsIt()
    {
        var page = await ReadAsync("/Admin/Notes/Create/Note?text=Given");

        Assert.Equal("Given", page.Field("NotePart.Text")["value"]);
        Assert.True(page.Contains("Greetings from the driver"));
    }

    [Fact]
    public async Task TheViewOfAShapeFindsThePartialsOfItsModule()
    {
        var page = await ReadAsync("/Admin/Notes/Create/Note");

        Assert.True(page.Contains("<label for=\"NotePart_Text\" data-errors=\"0\">Label of Text</label>"));
    }

    [Fact]
    public async Task WhatIsPostedIsInTheItem()
    {
        var page = await SubmitAsync("/Admin/Notes/Create/UnplacedNote", ("NotePart.Text", "Ünë"), ("NotePart.Stars", "5"));

        Assert.True(page.IsValid);
        Assert.Contains("\"Stars\":5", page.Item, StringComparison.Ordinal);
        Assert.Contains("\"Text\":\"Ünë\"", Regex.Unescape(page.Item), StringComparison.Ordinal);
    }

    [Fact]
    public async Task APrefixedEditorBindsPrefixedFieldsOnly()
    {
        var page = await SubmitAsync("/Admin/Notes/Create/UnplacedNote?htmlPrefix=Sub", ("NotePart.Text", "outside"), ("Sub.NotePart.Text", "inside"));

        Assert.Contains("\"Text\":\"inside\"", page.Item, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ErrorsStandBesideTheirFieldsEncodedAndWhatWasTypedStays()
    {
        var page = await SubmitAsync("/Admin/Notes/Create/UnplacedNote", ("NotePart.Text", "bad"), ("NotePart.Stars", "many"));

        Assert.False(page.IsValid);
        Assert.Equal(["“bad” is a <bad> text.", "The value 'many' is not valid for Stars."], page.Summary.Order(StringComparer.Ordinal).Reverse());
        Assert.Equal("“bad” is a <bad> text.", page.Error("NotePart.Text"));
        Assert.Equal("many", page.Field("NotePart.Stars")["value"]);
        Assert.Contains("input-validation-error", page.Field("NotePart.Stars")["class"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnUpdateAnswersForItsOwnModelOnlyAndForgetsNoError()
    {
        var valid = await SubmitAsync("/Admin/Notes/Create/UnplacedNote?error=Before", ("NotePart.Stars", "5"));
        var invalid = await SubmitAsync("/Admin/Notes/Create/UnplacedNote?error=Before", ("NotePart.Stars", "many"));

        Assert.Contains("\"WasValid\":true", valid.Item, StringComparison.Ordinal);
        Assert.Equal(["Before"], valid.Summary);
        Assert.Contains("\"WasValid\":false", invalid.Item, StringComparison.Ordinal);
        Assert.Contains("Before", invalid.Summary);
    }

    [Fact]
    public async Task APartialOfAShapeSeesTheModelState()
    {
        var page = await SubmitAsync("/Admin/Notes/Create/UnplacedNote", ("NotePart.Text", "bad"));

        Assert.True(page.Contains("<label for=\"NotePart_Text\" data-errors=\"1\">"));
    }

    [Fact]
    public async Task ADriverThatFailsLeavesTheOtherEditorsAlone()
    {
        var page = await ReadAsync("/Admin/Notes/Create/BrokenNote");

        Assert.Equal(["TagPart.Tag", "NotePart.Text", "NotePart.Stars"], page.FieldNames);
    }

    [Theory]
    [InlineData("Note")]
    [InlineData("UnplacedNote")]
    public async Task AHandlerOfTheWholeItemIsAskedAfterAllDrivers(string type)
    {
        var page = await SubmitAsync($"/Admin/Notes/Create/{type}?text=other&tag=same", ("NotePart.Text", "same"));

        Assert.Contains("The tag says nothing new.", page.Summary);
    }

    [Fact]
    public async Task AHandlerThatFailsIsNoErrorOfTheForm()
    {
        Assert.Equal("break", (await ReadAsync("/Admin/Notes/Create/Note?text=break")).Field("NotePart.Text")["value"]);

        var page = await SubmitAsync("/Admin/Notes/Create/UnplacedNote", ("NotePart.Text", "break"));
        Assert.True(page.IsValid);
        Assert.Contains("\"Text\":\"break\"", page.Item, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ADriverThatFailsToUpdateIsNoErrorOfTheForm()
    {
        var page = await SubmitAsync("/Admin/Notes/Create/BrokenNote", ("NotePart.Text", "after all"));

        Assert.True(page.IsValid);
        Assert.Contains("\"Text\":\"after all\"", page.Item, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ADriverThatShowsNothingAfterAnUpdateIsGone()
    {
        var page = await SubmitAsync("/Admin/Notes/Create/UnplacedNote", ("TagPart.Tag", "t"));

        Assert.Equal(["NotePart.Text", "NotePart.Stars"], page.FieldNames);
    }

    [Theory]
    [InlineData("Content:1")]
    [InlineData("Content:1%23Tab")]
    public async Task ADriverMayPutItsEditorIntoAnotherZone(string location)
    {
        var page = await ReadAsync($"/Admin/Notes/Create/UnplacedNote?tag={location}&zones=Parts,Content");

        Assert.Equal(["NotePart.Text NotePart.Stars", "TagPart.Tag"], page.Zones);
    }

    [Fact]
    public async Task AnEditorInTheZoneOfThePartsTakesItsOwnPosition()
    {
        var page = await ReadAsync("/Admin/Notes/Create/Note?tag=Parts:1");

        Assert.Equal("TagPart.Tag", page.FieldNames.First());
    }

    [Fact]
    public async Task ADriverMayHideItsEditor()
    {
        var page = await ReadAsync("/Admin/Notes/Create/UnplacedNote?tag=-:1");

        Assert.DoesNotContain("TagPart.Tag", page.FieldNames);
    }

    [Fact]
    public async Task AnEditorOfAGroupShowsInThatGroupAndNowhereElse()
    {
        var all = await ReadAsync("/Admin/Notes/Create/UnplacedNote?tag=in-group");
        var group = await ReadAsync("/Admin/Notes/Create/UnplacedNote?tag=in-group&group=MORE");

        Assert.Equal(["NotePart.Text", "NotePart.Stars"], all.FieldNames);
        Assert.Equal(["TagPart.Tag"], group.FieldNames);
    }

    [Fact]
    public async Task AZoneThatIsNotThereIsAShapeThatShowsNothing()
    {
        var page = await ReadAsync("/Admin/Notes/Create/UnplacedNote?zones=Nowhere,Parts");

        Assert.Equal(["", "TagPart.Tag NotePart.Text NotePart.Stars"], page.Zones);
    }

    [Fact]
    public async Task ATypeThatIsNotDefinedHasNoEditor()
    {
        using var browser = await site.LogInAsync();
        using var response = await browser.GetAsync("/Admin/Notes/Create/NoSuchType");

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
    }

    [Theory]
    [InlineData("RecordViewModel", true)]
    [InlineData("ProtectedConstructorViewModel", true)]
    [InlineData("SealedViewModel", false)]
    [InlineData("ArgumentViewModel", false)]
    [InlineData("PrivateConstructorViewModel", false)]
    [InlineData("InternalViewModel", false)]
    public async Task AViewModelHasToBeAClassThatCanBeDerivedFrom(string model, bool isShown)
    {
        var page = await ReadAsync($"/Admin/Notes/Create/UnproxyableNote?model={model}");

        Assert.Equal(isShown, page.Contains("data-proxied"));
        Assert.Contains("NotePart.Text", page.FieldNames);
    }

    private async Task<Page> ReadAsync(string address)
    {
        using var browser = await site.LogInAsync();

        return await browser.ReadAsync(address);
    }

    private async Task<Page> SubmitAsync(string address, params (string Name, string Value)[] values)
    {
        using var browser = await site.LogInAsync();

        return await browser.SubmitAndReadAsync(address, values);
    }
}
