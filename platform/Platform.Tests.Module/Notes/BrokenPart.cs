using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Display.ContentDisplay;
using OrchardCore.ContentManagement.Display.Models;
using OrchardCore.DisplayManagement.Views;

namespace Platform.Tests.Module.Notes;

public sealed class BrokenPart : ContentPart;

/// <summary>A driver that fails whatever it is asked.</summary>
internal sealed class BrokenPartDisplayDriver : ContentPartDisplayDriver<BrokenPart>
{
    public override IDisplayResult Edit(BrokenPart part, BuildPartEditorContext context) => throw new InvalidOperationException("This driver is broken.");

    public override Task<IDisplayResult> UpdateAsync(BrokenPart part, UpdatePartEditorContext context) => throw new InvalidOperationException("This driver is broken.");
}
