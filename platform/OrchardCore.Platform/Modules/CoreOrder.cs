namespace OrchardCore.Modules;

/// <summary>When the startups that every site has take their turn.</summary>
internal static class CoreOrder
{
    /// <summary>Before those of any module.</summary>
    public const int Services = int.MinValue + 100;

    /// <summary>Who the user is, is known to all but the very first.</summary>
    public const int Authentication = -150;
}
