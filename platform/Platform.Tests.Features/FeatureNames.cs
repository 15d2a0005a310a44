namespace Platform.Tests.Features;

public static class FeatureNames
{
    /// <summary>Named as the module: what carries no feature attribute belongs to it.</summary>
    public const string Things = "Platform.Tests.Features";

    public const string Base = "Platform.Tests.Features.Base";

    public const string Extra = "Platform.Tests.Features.Extra";

    public const string Broken = "Platform.Tests.Features.Broken";
}
