using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Display.ContentDisplay;
using OrchardCore.ContentManagement.Display.Models;
using OrchardCore.DisplayManagement.Views;

namespace Platform.Tests.Module.Notes;

public sealed class UnproxyablePart : ContentPart
{
    /// <summary>Which of the view models below the editor is made of.</summary>
    public string Model { get; set; }
}

public sealed class SealedViewModel;

public class ArgumentViewModel(string argument)
{
    public string Argument { get; } = argument;
}

public class ProtectedConstructorViewModel
{
    protected ProtectedConstructorViewModel()
    {
    }
}

public class PrivateConstructorViewModel
{
    private PrivateConstructorViewModel()
    {
    }
}

#pragma warning disable CA1852 // sealed is another case
internal class InternalViewModel;
#pragma warning restore CA1852

public record RecordViewModel;

/// <summary>Orchard derives a class from each view model. This driver shows which ones let it.</summary>
internal sealed class UnproxyablePartDisplayDriver : ContentPartDisplayDriver<UnproxyablePart>
{
    private const string ShapeType = "Unproxyable_Edit";

    public override IDisplayResult Edit(UnproxyablePart part, BuildPartEditorContext context) => part.Model switch
    {
        nameof(SealedViewModel) => Initialize<SealedViewModel>(ShapeType, _ => { }),
        nameof(ArgumentViewModel) => Initialize<ArgumentViewModel>(ShapeType, _ => { }),
        nameof(ProtectedConstructorViewModel) => Initialize<ProtectedConstructorViewModel>(ShapeType, _ => { }),
        nameof(PrivateConstructorViewModel) => Initialize<PrivateConstructorViewModel>(ShapeType, _ => { }),
        nameof(InternalViewModel) => Initialize<InternalViewModel>(ShapeType, _ => { }),
        nameof(RecordViewModel) => Initialize<RecordViewModel>(ShapeType, _ => { }),
        _ => null,
    };
}
