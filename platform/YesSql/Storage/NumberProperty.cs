using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;

namespace YesSql.Storage;

/// <summary>The property Id or Version of a document's type, when it has one that is a whole number.</summary>
internal sealed class NumberProperty(string name)
{
    private readonly ConcurrentDictionary<Type, PropertyInfo> _properties = new();

    public bool Exists(object item) => Find(item) is not null;

    public long Get(object item) => Convert.ToInt64(Find(item)?.GetValue(item) ?? 0, CultureInfo.InvariantCulture);

    public void Set(object item, long value)
    {
        var property = Find(item);
        property?.SetValue(item, Convert.ChangeType(value, property.PropertyType, CultureInfo.InvariantCulture));
    }

    private PropertyInfo Find(object item) => _properties.GetOrAdd(item.GetType(), type =>
    {
        var property = type.GetProperty(name);
        return property is { CanWrite: true } && (property.PropertyType == typeof(long) || property.PropertyType == typeof(int)) ? property : null;
    });
}
