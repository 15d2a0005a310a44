using System.ComponentModel.DataAnnotations;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Handlers;

namespace Platform.Tests.Features.Things;

/// <summary>What handlers were called for, in a site.</summary>
public sealed class ThingEvents
{
    private readonly List<string> _names = [];

    public IReadOnlyList<string> Names => _names;

    public void Add(string name) => _names.Add(name);

    public void Clear() => _names.Clear();
}

public sealed class ThingPartHandler(ThingEvents events) : ContentPartHandler<ThingPart>
{
    public override Task CreatingAsync(CreateContentContext context, ThingPart part)
    {
        events.Add("Creating");
        part.Count++;
        part.Apply();

        return Task.CompletedTask;
    }

    public override Task UpdatingAsync(UpdateContentContext context, ThingPart part)
    {
        events.Add("Updating");
        part.Count += 10;
        part.Apply();

        return Task.CompletedTask;
    }

    public override Task RemovedAsync(RemoveContentContext context, ThingPart part)
    {
        events.Add($"Removed {part.ContentItem.Latest} {context.NoActiveVersionLeft}");

        return Task.CompletedTask;
    }

    protected override Task ValidatingAsync(ValidateContentPartContext context, ThingPart part)
    {
        events.Add("Validating");

        if (part.Name == "wrong")
        {
            context.ContentValidateResult.Fail(new ValidationResult("That is no name.", [$"{nameof(ThingPart)}.{nameof(ThingPart.Name)}"]));
            context.ContentValidateResult.Fail(new ValidationResult("Nothing is right."));
        }

        return Task.CompletedTask;
    }
}

public sealed class FragilePart : ContentPart
{
    public bool Breaks { get; set; }
}

public sealed class FragilePartHandler(ThingEvents events) : ContentPartHandler<FragilePart>
{
    public override Task CreatingAsync(CreateContentContext context, FragilePart part) => BreakAsync(part);

    public override Task UpdatingAsync(UpdateContentContext context, FragilePart part) => BreakAsync(part);

    protected override Task ValidatingAsync(ValidateContentPartContext context, FragilePart part) => BreakAsync(part);

    private Task BreakAsync(FragilePart part)
    {
        events.Add("First");

        return part.Breaks ? throw new InvalidOperationException("This handler breaks.") : Task.CompletedTask;
    }
}

public sealed class SecondFragilePartHandler(ThingEvents events) : ContentPartHandler<FragilePart>
{
    public override Task CreatingAsync(CreateContentContext context, FragilePart part)
    {
        events.Add("Second");

        return Task.CompletedTask;
    }
}
