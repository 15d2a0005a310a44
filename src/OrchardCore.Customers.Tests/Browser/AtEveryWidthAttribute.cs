using System.Reflection;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace OrchardCore.Customers.Tests.Browser;

/// <summary>Runs a theory with one parameter once for each <see cref="Width"/>.</summary>
internal sealed class AtEveryWidthAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker)
        => new([.. Enum.GetValues<Width>().Select(width => new TheoryDataRow<Width>(width))]);

    public override bool SupportsDiscoveryEnumeration() => true;
}
