using System.Collections.Concurrent;

namespace YesSql.Storage;

/// <summary>The names under which documents keep their types; a name is known once its type was met.</summary>
internal sealed class TypeNames : ITypeService
{
    private readonly ConcurrentDictionary<Type, string> _names = new();
    private readonly ConcurrentDictionary<string, Type> _types = new();

    public string this[Type type] => _names.GetOrAdd(type, key =>
    {
        var name = $"{key.FullName}, {key.Assembly.GetName().Name}";
        _types[name] = key;
        return name;
    });

    public Type this[string name] => _types[name];
}
