using OrchardCore.Security.Permissions;

namespace OrchardCore.Customers.Transfer;

/// <summary>The permissions of the feature Transfer.</summary>
public static class TransferPermissions
{
    /// <summary>Besides it a user needs the rights to edit customers, and to delete them where rows say so.</summary>
    public static readonly Permission ImportCustomers = new("ImportCustomers", "Import customers from files", isSecurityCritical: true);

    /// <summary>Only customers that the user may see are exported.</summary>
    public static readonly Permission ExportCustomers = new("ExportCustomers", "Export customers into files", isSecurityCritical: true);

    public static readonly IReadOnlyList<Permission> All = [ImportCustomers, ExportCustomers];
}
