using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using OrchardCore.Security.Permissions;

namespace OrchardCore.Customers.Transfer;

/// <summary>All columns that files of customers can have.</summary>
public sealed class CustomerTransferCatalog(IEnumerable<ICustomerTransferColumn> columns, IEnumerable<ICustomerTransferColumnSource> sources, IAuthorizationService authorizationService)
{
    private IReadOnlyList<ICustomerTransferColumn>? _all;

    /// <summary>In their order, each name once. Asked once in a scope.</summary>
    public async Task<IReadOnlyList<ICustomerTransferColumn>> ListAsync() => _all ??= await ReadAsync();

    /// <summary>Those that a user who may import can import.</summary>
    public Task<IReadOnlyList<ICustomerTransferColumn>> ListForImportAsync(ClaimsPrincipal user) => ListAsync(user, column => column.IsForImport, column => column.ImportPermission);

    /// <summary>Those that a user who may export can export.</summary>
    public Task<IReadOnlyList<ICustomerTransferColumn>> ListForExportAsync(ClaimsPrincipal user) => ListAsync(user, column => column.IsForExport, column => column.ExportPermission);

    /// <summary>The column of that name, in whatever case; <see langword="null"/> when there is none (any more).</summary>
    public async Task<ICustomerTransferColumn?> FindAsync(string name)
        => (await ListAsync()).FirstOrDefault(column => column.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The column that an error of a rule is about: the one that fills the field the error names, or most of its name.</summary>
    /// <param name="columns">Those of the file.</param>
    /// <param name="key">The full name of a field, e.g. <c>CustomerPart.References[0].Key</c>.</param>
    public static ICustomerTransferColumn? FindByField(IEnumerable<ICustomerTransferColumn> columns, string key)
        => columns
            .Where(column => column.Field is { } field && key.StartsWith(field, StringComparison.Ordinal) && (key.Length == field.Length || key[field.Length] is '.' or '['))
            .MaxBy(column => column.Field!.Length);

    private async Task<IReadOnlyList<ICustomerTransferColumn>> ListAsync(ClaimsPrincipal user, Func<ICustomerTransferColumn, bool> isFor, Func<ICustomerTransferColumn, Permission?> permission)
    {
        var allowed = new List<ICustomerTransferColumn>();

        foreach (var column in (await ListAsync()).Where(isFor))
        {
            if (permission(column) is not { } needed || await authorizationService.AuthorizeAsync(user, needed))
            {
                allowed.Add(column);
            }
        }

        return allowed;
    }

    private async Task<IReadOnlyList<ICustomerTransferColumn>> ReadAsync()
    {
        var all = columns.ToList();

        foreach (var source in sources)
        {
            all.AddRange(await source.GetColumnsAsync());
        }

        return [.. all.OrderBy(column => column.Order).DistinctBy(column => column.Name, StringComparer.OrdinalIgnoreCase)];
    }
}
