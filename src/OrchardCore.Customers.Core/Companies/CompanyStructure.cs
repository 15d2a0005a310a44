using YesSql.Indexes;

namespace OrchardCore.Customers.Companies;

/// <summary>
/// Guards what the units and roles of a company are together: the tree, and the default role. Whoever changes one of these
/// saves this document too, asking for its version; so two who change them at once don't both succeed, on whichever node.
/// One document per company in <see cref="CustomersConstants.Collection"/>.
/// </summary>
public sealed class CompanyStructure
{
    public string CompanyId { get; set; } = "";

    /// <summary>Differs after each change; else nothing would be written.</summary>
    public long Changes { get; set; }
}

/// <summary>One row per company.</summary>
public sealed class CompanyStructureIndex : MapIndex
{
    public string CompanyId { get; set; } = "";
}

/// <summary>Maps every <see cref="CompanyStructure"/>.</summary>
public sealed class CompanyStructureIndexProvider : IndexProvider<CompanyStructure>
{
    public CompanyStructureIndexProvider() => CollectionName = CustomersConstants.Collection;

    public override void Describe(DescribeContext<CompanyStructure> context)
        => context.For<CompanyStructureIndex>().Map(structure => new CompanyStructureIndex { CompanyId = structure.CompanyId });
}
