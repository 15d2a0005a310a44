using OrchardCore.ContentManagement;
using OrchardCore.Customers.Shared;

namespace OrchardCore.Customers.Groups;

/// <summary>A label for customers, such as <c>Wholesale</c>. Who is in it, the customers say: <see cref="CustomerPart.Groups"/>.</summary>
public sealed class CustomerGroupPart : ContentPart
{
    public const int MaxName = 100;

    public const int MaxDescription = 1000;

    /// <summary>What other systems and addresses of pages call it: see <see cref="CodeText"/>. No two groups have the same, whatever its case.</summary>
    public string? Code { get; set; }

    /// <summary>At most 100 characters.</summary>
    public string? Name { get; set; }

    /// <summary>At most 1,000 characters.</summary>
    public string? Description { get; set; }

    /// <summary>Counts the saves, so that a form can't overwrite a newer one.</summary>
    public int Revision { get; set; }
}
