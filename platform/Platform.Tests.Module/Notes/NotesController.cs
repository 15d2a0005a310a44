using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using OrchardCore.Admin;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Display;
using OrchardCore.DisplayManagement;
using OrchardCore.DisplayManagement.ModelBinding;
using OrchardCore.DisplayManagement.Zones;
using OrchardCore.Modules;

namespace Platform.Tests.Module.Notes;

/// <summary>Shows the editor of an item that is new in each request. The query fills the parts before the editor is built.</summary>
[Feature("Platform.Tests.Module")]
public sealed class NotesController(IContentManager contentManager, IContentItemDisplayManager displayManager, IUpdateModelAccessor updateModelAccessor) : Controller
{
    [Admin("Notes/Create/{type?}", "NotesCreate")]
    public async Task<IActionResult> Create(string type, NotesRequest request)
    {
        var item = await NewAsync(type, request);
        var editor = await displayManager.BuildEditorAsync(item, updateModelAccessor.ModelUpdater, request.IsNew ?? true, request.Group ?? "", request.HtmlPrefix ?? "");

        return View(await ModelAsync(item, editor, request));
    }

    [HttpPost, ActionName(nameof(Create))]
    [Admin("Notes/Create/{type?}", "NotesCreate")]
    public async Task<IActionResult> CreatePost(string type, [FromQuery] NotesRequest request)
    {
        var item = await NewAsync(type, request);

        if (request.Error is not null)
        {
            ModelState.AddModelError("", request.Error);
        }

        var editor = await displayManager.UpdateEditorAsync(item, updateModelAccessor.ModelUpdater, request.IsNew ?? true, request.Group ?? "", request.HtmlPrefix ?? "");

        return View(await ModelAsync(item, editor, request));
    }

    private async Task<ContentItem> NewAsync(string type, NotesRequest request)
    {
        var item = await contentManager.NewAsync(type ?? "Note");
        item.Alter<NotePart>(part => part.Text = request.Text);
        item.Alter<TagPart>(part => part.Tag = request.Tag);
        item.Alter<UnproxyablePart>(part => part.Model = request.Model);

        return item;
    }

    private static Task<NotesPage> ModelAsync(ContentItem item, IShape editor, NotesRequest request) => Task.FromResult(new NotesPage
    {
        Zones = [.. (request.Zones ?? "Parts").Split(',').Select(zone => ((IZoneHolding)editor).Zones[zone])],
        Item = JsonSerializer.Serialize(item),
    });
}

public sealed class NotesRequest
{
    public string Text { get; set; }

    public string Tag { get; set; }

    public string Model { get; set; }

    /// <summary>Is wrong before the editor is updated.</summary>
    public string Error { get; set; }

    public string Group { get; set; }

    public string HtmlPrefix { get; set; }

    public string Zones { get; set; }

    public bool? IsNew { get; set; }
}

public sealed class NotesPage
{
    public IReadOnlyList<IShape> Zones { get; init; }

    /// <summary>The item as it would be stored.</summary>
    public string Item { get; init; }
}
