using System.Net;
using Platform.Tests.Display;
using Xunit;

namespace Platform.Tests.Admin;

/// <summary>The settings of modules: a page for each group, made of all drivers that belong to it.</summary>
[Collection(NotesSite.Collection)]
public sealed class SettingsContract(NotesSite site)
{
    private const string Address = "/Admin/Settings/notes";

    [Fact]
    public async Task AGroupShowsItsDriversInTheOrderOfTheirPositions()
    {
        using var browser = await site.LogInAsync();
        var page = await browser.ReadAsync(Address);

        Assert.Equal(["ISite.NoteColors.Paper", "ISite.NoteSettings.Title", "ISite.NoteSettings.Max"], page.FieldNames);
        Assert.Equal("ISite_NoteSettings_Title", page.Field("ISite.NoteSettings.Title")["id"]);
        Assert.Equal("Test - Settings", page.Title);
    }

    [Fact]
    public async Task TheNameOfAGroupMayBeWrittenAnyhow()
    {
        using var browser = await site.LogInAsync();

        Assert.Equal(3, (await browser.ReadAsync("/Admin/Settings/NOTES")).FieldNames.Count());
    }

    [Fact]
    public async Task AGroupWithoutDriversIsNotThere()
    {
        using var browser = await site.LogInAsync();
        using var response = await browser.GetAsync("/Admin/Settings/nothing");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    /// <summary>The permission that a driver or a menu entry asks for is not enough.</summary>
    [Theory]
    [InlineData(NotesSite.Reader)]
    [InlineData(NotesSite.Manager)]
    public async Task WhoMayNotManageTheSettingsOfTheSiteIsToldSo(string user)
    {
        using var browser = await site.LogInAsync(user);

        Assert.Equal("/Error/403?ReturnUrl=%2FAdmin%2FSettings%2Fnotes", await browser.RedirectAsync(Address));
    }

    [Fact]
    public async Task WhatIsSavedIsThereAfterwardsAndTheUserIsTold()
    {
        using var browser = await site.LogInAsync();
        using var response = await browser.SubmitAsync(Address, ("ISite.NoteColors.Paper", "red"), ("ISite.NoteSettings.Title", "Mine"), ("ISite.NoteSettings.Max", "9"));

        Assert.Equal(Address, Browser.Location(response));
        var page = await browser.ReadAsync(Address);
        Assert.True(page.Contains("Site settings updated successfully."));
        Assert.Equal("Mine", page.Field("ISite.NoteSettings.Title")["value"]);
        Assert.Equal("9", page.Field("ISite.NoteSettings.Max")["value"]);
        Assert.Equal("red", page.Field("ISite.NoteColors.Paper")["value"]);
    }

    [Fact]
    public async Task AnErrorKeepsEverythingFromBeingSavedAndWhatWasTypedInTheForm()
    {
        using var browser = await site.LogInAsync();
        var before = (await browser.ReadAsync(Address)).Field("ISite.NoteColors.Paper")["value"];
        var page = await browser.SubmitAndReadAsync(Address, ("ISite.NoteColors.Paper", "black"), ("ISite.NoteSettings.Title", "bad"), ("ISite.NoteSettings.Max", "9"));

        Assert.Equal("This is a bad title.", page.Error("ISite.NoteSettings.Title"));
        Assert.Equal(["This is a bad title."], page.Summary);
        Assert.Equal("black", page.Field("ISite.NoteColors.Paper")["value"]);
        Assert.Equal(before, (await browser.ReadAsync(Address)).Field("ISite.NoteColors.Paper")["value"]);
    }

    [Fact]
    public async Task APostWithoutATokenIsRefused()
    {
        using var browser = await site.LogInAsync();
        using var response = await browser.PostAsync(Address, ("ISite.NoteSettings.Title", "Forged"));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }
}
