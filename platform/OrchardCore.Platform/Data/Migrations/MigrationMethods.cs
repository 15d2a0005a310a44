using System.Globalization;
using System.Reflection;

namespace OrchardCore.Data.Migration;

/// <summary>The steps of a migration, found by their names; they return a version, or the task of one.</summary>
internal sealed class MigrationMethods
{
    private const string Create = nameof(Create);
    private const string UpdateFrom = nameof(UpdateFrom);

    private readonly Dictionary<int, MethodInfo> _steps = [];

    public MigrationMethods(Type migration)
    {
        foreach (var method in migration.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static))
        {
            if ((method.ReturnType == typeof(int) || method.ReturnType == typeof(Task<int>)) && TryReadVersion(method.Name, out var version))
            {
                _steps[version] = method;
            }
        }
    }

    /// <summary>The step that leads on from a version, which is 0 before the first one.</summary>
    public MethodInfo After(int version) => _steps.GetValueOrDefault(version);

    public static async Task<int> InvokeAsync(MethodInfo method, IDataMigration migration)
        => method.Invoke(method.IsStatic ? null : migration, BindingFlags.DoNotWrapExceptions, binder: null, [], CultureInfo.InvariantCulture) switch
        {
            Task<int> task => await task,
            var version => (int)version,
        };

    private static bool TryReadVersion(string method, out int version)
    {
        var name = method.EndsWith("Async", StringComparison.Ordinal) ? method[..^"Async".Length] : method;
        version = 0;

        return name == Create
            || (name.StartsWith(UpdateFrom, StringComparison.Ordinal) && int.TryParse(name[UpdateFrom.Length..], CultureInfo.InvariantCulture, out version));
    }
}
