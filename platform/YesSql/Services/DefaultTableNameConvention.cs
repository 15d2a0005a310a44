namespace YesSql.Services;

internal sealed class DefaultTableNameConvention : ITableNameConvention
{
    public string GetDocumentTable(string collection = null) => InCollection(collection, "Document");

    public string GetIndexTable(Type indexType, string collection = null) => InCollection(collection, indexType.Name);

    private static string InCollection(string collection, string table)
        => string.IsNullOrEmpty(collection) ? table : $"{collection}_{table}";
}
