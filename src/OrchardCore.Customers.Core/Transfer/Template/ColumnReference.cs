using System.Security.Claims;
using Microsoft.Extensions.Localization;
using OrchardCore.Customers.Transfer.Import;
using OrchardCore.Settings;

namespace OrchardCore.Customers.Transfer.Template;

/// <summary>Explains the columns of files.</summary>
internal sealed class ColumnReference(CustomerTransferCatalog catalog, ISiteService siteService, IStringLocalizer<ColumnReference> S)
{
    /// <summary>What the user may import or export, in its order; first the column that says what is to be done with a row.</summary>
    public async Task<IReadOnlyList<ColumnExplanation>> ListAsync(ClaimsPrincipal user)
    {
        var settings = await siteService.GetSettingsAsync<CustomerSettings>();
        var (imported, exported) = ((await catalog.ListForImportAsync(user)).ToHashSet(), (await catalog.ListForExportAsync(user)).ToHashSet());

        return
        [
            new(RowCommands.Column, S["What is to be done"], S["What is to be done with the row; empty for what the import says."])
            {
                Codes = [.. Enum.GetNames<RowCommand>().Where(name => name != nameof(RowCommand.None)).Select(name => name.ToUpperInvariant())],
                IsForImport = true,
            },
            .. (await catalog.ListAsync()).Where(column => imported.Contains(column) || exported.Contains(column)).Select(column => new ColumnExplanation(column.Name, column.Label, column.Hint)
            {
                Example = column.Example,
                Codes = column.Codes,
                OtherNames = column.OtherNames,
                IsRequired = IsRequired(column, settings),
                IsForImport = imported.Contains(column),
                IsForExport = exported.Contains(column),
            }),
        ];
    }

    /// <summary>Whether a new customer needs it.</summary>
    internal static bool IsRequired(ICustomerTransferColumn column, CustomerSettings settings)
        => settings.RequiredFields.Append(nameof(CustomerPart.ContactName)).Any(field => column.Field == CustomerFields.FullName(field));
}

/// <summary>What is to be known of a column.</summary>
internal sealed record ColumnExplanation(string Name, LocalizedString Label, LocalizedString Hint)
{
    /// <inheritdoc cref="ICustomerTransferColumn.Example"/>
    public string Example { get; init; } = "";

    /// <inheritdoc cref="ICustomerTransferColumn.Codes"/>
    public IReadOnlyList<string> Codes { get; init; } = [];

    /// <inheritdoc cref="ICustomerTransferColumn.OtherNames"/>
    public IReadOnlyList<string> OtherNames { get; init; } = [];

    /// <summary>Whether a new customer needs it.</summary>
    public bool IsRequired { get; init; }

    public bool IsForImport { get; init; }

    public bool IsForExport { get; init; }
}
