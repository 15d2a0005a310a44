using Xunit;

namespace Platform.Tests.Display;

/// <summary>The editors of fields that a merchant adds to a type.</summary>
[Collection(NotesSite.Collection)]
public sealed class FieldEditorContract(NotesSite site)
{
    private const string Address = "/Admin/Notes/Create/Note";

    private static readonly (string, string)[] Filled =
    [
        ("Note.Subject.Text", "About"), ("Note.Size.Value", "1.5"), ("Note.Due.Value", "2024-02-29"), ("Note.Urgent.Value", "true"),
    ];

    [Fact]
    public async Task FieldsStandInTheOrderOfTheirPositionsThoseWithoutOneFirst()
    {
        var page = await ReadAsync();

        Assert.Equal(["Note.Plain.Text", "Note.Due.Value", "Note.Urgent.Value", "Note.Size.Value", "Note.Subject.Text"], FieldNames(page));
    }

    [Fact]
    public async Task AFieldHasItsLabelAndItsHintEncoded()
    {
        var page = await ReadAsync();

        Assert.True(page.Contains(">The subject"));
        Assert.True(page.Contains("What it is &lt;about&gt;"));
        Assert.True(page.Contains("It is urgent"));
        Assert.True(page.Contains("Now or later"));
    }

    [Fact]
    public async Task ANewItemIsOfferedTheDefaultsWhichAreNotInTheItem()
    {
        var page = await ReadAsync();

        Assert.Equal("Hello", page.Field("Note.Subject.Text")["value"]);
        Assert.Equal("checked", page.Field("Note.Urgent.Value")["checked"]);
        Assert.Contains("\"Note\":{\"Subject\":{},\"Size\":{},\"Urgent\":{\"Value\":false},\"Due\":{},\"Plain\":{},\"Unknown\":{}}", page.Item, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnItemThatIsNotNewIsOfferedNoDefaults()
    {
        var page = await ReadAsync("?isNew=false");

        Assert.Equal("", page.Field("Note.Subject.Text")["value"]);
        Assert.DoesNotContain("checked", page.Field("Note.Urgent.Value").Keys);
    }

    [Fact]
    public async Task EachKindOfFieldHasItsInput()
    {
        var page = await ReadAsync();

        Assert.Equal("text", page.Field("Note.Subject.Text")["type"]);
        Assert.Equal("text", page.Field("Note.Size.Value")["type"]);
        Assert.Equal("checkbox", page.Field("Note.Urgent.Value")["type"]);
        Assert.Equal("date", page.Field("Note.Due.Value")["type"]);
    }

    [Fact]
    public async Task WhatIsPostedIsInTheItem()
    {
        var page = await SubmitAsync(Filled);

        Assert.True(page.IsValid);
        Assert.Contains(
            "\"Note\":{\"Subject\":{\"Text\":\"About\"},\"Size\":{\"Value\":1.5},\"Urgent\":{\"Value\":true},\"Due\":{\"Value\":\"2024-02-29T00:00:00Z\"},\"Plain\":{\"Text\":null},\"Unknown\":{}}",
            page.Item,
            StringComparison.Ordinal);
        Assert.Equal("2024-02-29", page.Field("Note.Due.Value")["value"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public async Task RequiredFieldsAreMissed(string nothing)
    {
        var page = await SubmitAsync(("Note.Subject.Text", nothing), ("Note.Size.Value", nothing), ("Note.Due.Value", nothing), ("Note.Plain.Text", nothing));

        Assert.Equal("A value is required for The subject.", page.Error("Note.Subject.Text"));
        Assert.Equal("A value is required for The size.", page.Error("Note.Size.Value"));
        Assert.Equal("A value is required for The due.", page.Error("Note.Due.Value"));
        Assert.Equal(3, page.Summary.Count());
    }

    [Fact]
    public async Task ACheckboxThatIsNotPostedIsNotTicked()
    {
        var page = await SubmitAsync(Filled[..3]);

        Assert.True(page.IsValid);
        Assert.Contains("\"Urgent\":{\"Value\":false}", page.Item, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x", "The size is an invalid number.")]
    [InlineData("0.5", "The value must be greater than 1.")]
    [InlineData("100.01", "The value must be less than 100.")]
    [InlineData("2.125", "Invalid number of digits for The size, max allowed: 2.")]
    public async Task NumbersAreChecked(string value, string error)
    {
        var page = await SubmitAsync([Filled[0], Filled[2], ("Note.Size.Value", value)]);

        Assert.Equal(error, page.Error("Note.Size.Value"));
        Assert.Equal(value, page.Field("Note.Size.Value")["value"]);
    }

    [Fact]
    public async Task ADateThatIsNoneIsMissedTooAndStaysInTheField()
    {
        var page = await SubmitAsync([Filled[0], Filled[1], ("Note.Due.Value", "2024-02-30")]);

        Assert.Equal(["The value '2024-02-30' is not valid for Value.", "A value is required for The due."], page.Summary);
        Assert.Equal("2024-02-30", page.Field("Note.Due.Value")["value"]);
    }

    private static IEnumerable<string> FieldNames(Page page) => page.FieldNames.Where(name => name.StartsWith("Note.", StringComparison.Ordinal));

    private async Task<Page> ReadAsync(string query = "")
    {
        using var browser = await site.LogInAsync();

        return await browser.ReadAsync(Address + query);
    }

    private async Task<Page> SubmitAsync(params (string Name, string Value)[] values)
    {
        using var browser = await site.LogInAsync();

        return await browser.SubmitAndReadAsync(Address, values);
    }
}
