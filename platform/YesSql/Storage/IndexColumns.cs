using System.Collections.Concurrent;
using System.Reflection;
using YesSql.Dialects;

namespace YesSql.Storage;

/// <summary>The columns of an index table: the public properties of its type, and the id of the document, which a type may have as a property too.</summary>
internal static class IndexColumns
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Properties = new();

    public static (string Name, object Value)[] Read(object row, long documentId, Dialect dialect) =>
    [
        .. Properties
            .GetOrAdd(row.GetType(), type => [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.Name is not ("Id" or "DocumentId"))])
            .Select(property => (property.Name, dialect.TryConvert(property.GetValue(row)))),
        ("DocumentId", documentId),
    ];
}
