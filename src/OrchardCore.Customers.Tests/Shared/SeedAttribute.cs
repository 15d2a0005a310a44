using Xunit.v3;

namespace OrchardCore.Customers.Tests.Shared;

/// <summary>Names the statements of the founding documents (O1, V1, S1, E1, T1 ...) that a test shows to hold.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true)]
internal sealed class SeedAttribute(params string[] statements) : Attribute, ITraitAttribute
{
    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits()
        => [.. statements.Select(statement => KeyValuePair.Create("Seed", statement))];
}
