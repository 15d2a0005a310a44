namespace OrchardCore.ResourceManagement;

/// <summary>Where in a page a script or a style is put.</summary>
public enum ResourceLocation
{
    /// <summary>A style in the head, a script where it stands.</summary>
    Unspecified,

    Foot,

    Head,

    Inline,
}
