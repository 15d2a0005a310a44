namespace OrchardCore.Customers.Companies;

internal static class CompanyRoles
{
    public static string NewId() => Guid.NewGuid().ToString("N");
}
