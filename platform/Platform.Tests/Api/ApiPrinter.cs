#nullable disable

using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Platform.Tests.Api;

/// <summary>
/// Prints the public API of types as lines that can be compared: one for each type, one for each type that it is, one for
/// each member, and two for a property that is read and written. Attributes and nullable annotations are left out.
/// </summary>
internal static class ApiPrinter
{
    private const string Separator = " | ";
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>The lines of the visible types, by the name of the type.</summary>
    public static ILookup<string, string> Print(IEnumerable<Assembly> assemblies) => assemblies
        .SelectMany(assembly => assembly.GetTypes())
        .Where(type => type.IsVisible)
        .SelectMany(type => Facts(type).Select(fact => (Type: TypeText.Of(type), Fact: fact)))
        .Distinct()
        .ToLookup(pair => pair.Type, pair => pair.Type + Separator + pair.Fact, StringComparer.Ordinal);

    /// <summary>The name of the type that a line is about.</summary>
    public static string TypeOf(string line) => line[..line.IndexOf(Separator, StringComparison.Ordinal)];

    private static IEnumerable<string> Facts(Type type)
    {
        yield return Kind(type) + TypeText.Constraints(type.GetGenericArguments());

        foreach (var other in type.GetInterfaces().Concat(Bases(type)).Where(other => other.IsVisible))
        {
            yield return "is " + TypeText.Of(other);
        }

        foreach (var member in type.GetMembers(Declared).SelectMany(Texts))
        {
            yield return member;
        }
    }

    /// <summary>All of them, since what is between two types is nobody's business.</summary>
    private static IEnumerable<Type> Bases(Type type)
    {
        for (var other = type.BaseType; other is not null && other != typeof(object); other = other.BaseType)
        {
            yield return other;
        }
    }

    private static string Kind(Type type) => type switch
    {
        { IsInterface: true } => "interface",
        { IsEnum: true } => "enum",
        { IsValueType: true } => "struct",
        { IsAbstract: true, IsSealed: true } => "static class",
        { IsAbstract: true } => "abstract class",
        { IsSealed: true } => "sealed class",
        _ => "class",
    };

    private static IEnumerable<string> Texts(MemberInfo member) => member switch
    {
        FieldInfo field when IsVisible(field) && !field.IsSpecialName => [Field(field)],
        ConstructorInfo constructor when IsVisible(constructor) => [$"{Modifiers(constructor)}new({Parameters(constructor)})"],
        MethodInfo method when IsVisible(method) && !method.IsSpecialName => [Method(method)],
        MethodInfo method when IsVisible(method) && method.Name.StartsWith("op_", StringComparison.Ordinal) => [Method(method)],
        PropertyInfo property => Accessors(property),
        EventInfo { AddMethod: { } add } happening when IsVisible(add) => [$"{Modifiers(add)}event {TypeText.Of(happening.EventHandlerType)} {happening.Name}"],
        _ => [],
    };

    private static string Field(FieldInfo field)
    {
        var value = field.IsLiteral ? " = " + Value(field.GetRawConstantValue(), field.FieldType) : "";
        var kind = field.IsLiteral ? "const " : (field.IsStatic ? "static " : "") + (field.IsInitOnly ? "readonly " : "");
        return (field.IsPublic ? "" : "protected ") + kind + TypeText.Of(field.FieldType) + " " + field.Name + value;
    }

    private static string Method(MethodInfo method)
    {
        var arguments = method.GetGenericArguments();
        var generic = arguments.Length == 0 ? "" : $"<{string.Join(", ", arguments.Select(TypeText.Of))}>";
        return $"{Modifiers(method)}{TypeText.Of(method.ReturnType)} {method.Name}{generic}({Parameters(method)}){TypeText.Constraints(arguments)}";
    }

    private static IEnumerable<string> Accessors(PropertyInfo property)
    {
        var indexes = property.GetIndexParameters();
        var name = indexes.Length == 0 ? property.Name : $"this[{string.Join(", ", indexes.Select(Parameter))}]";

        if (property.GetMethod is { } get && IsVisible(get))
        {
            yield return $"{Modifiers(get)}get {TypeText.Of(property.PropertyType)} {name}";
        }

        if (property.SetMethod is { } set && IsVisible(set))
        {
            var isInit = set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));
            yield return $"{Modifiers(set)}{(isInit ? "init" : "set")} {TypeText.Of(property.PropertyType)} {name}";
        }
    }

    private static bool IsVisible(MethodBase method) => method.IsPublic || ((method.IsFamily || method.IsFamilyOrAssembly) && !method.DeclaringType.IsSealed);

    private static bool IsVisible(FieldInfo field) => field.IsPublic || ((field.IsFamily || field.IsFamilyOrAssembly) && !field.DeclaringType.IsSealed);

    private static string Modifiers(MethodBase method)
    {
        var access = method.IsPublic ? "" : "protected ";
        var isOverride = method is MethodInfo { IsVirtual: true } info && info.GetBaseDefinition() != info;

        return access + method switch
        {
            { IsStatic: true } => "static ",
            { IsFinal: true } when !isOverride => "",
            { IsFinal: true } => "sealed override ",
            _ when isOverride => "override ",
            { IsAbstract: true, DeclaringType.IsInterface: false } => "abstract ",
            { IsVirtual: true, IsAbstract: false } => "virtual ",
            _ => "",
        };
    }

    private static string Parameters(MethodBase method)
        => (method.IsDefined(typeof(ExtensionAttribute), inherit: false) ? "this " : "") + string.Join(", ", method.GetParameters().Select(Parameter));

    private static string Parameter(ParameterInfo parameter)
    {
        var type = parameter.ParameterType;
        var passing = type.IsByRef ? (parameter.IsOut ? "out " : parameter.IsIn ? "in " : "ref ") : "";
        var isParams = parameter.IsDefined(typeof(ParamArrayAttribute), inherit: false) || parameter.IsDefined(typeof(ParamCollectionAttribute), inherit: false);
        var value = parameter.HasDefaultValue ? " = " + Value(parameter.RawDefaultValue, type) : "";
        return $"{(isParams ? "params " : "")}{passing}{TypeText.Of(type.IsByRef ? type.GetElementType() : type)} {parameter.Name}{value}";
    }

    private static string Value(object value, Type type) => value switch
    {
        null => type.IsValueType && Nullable.GetUnderlyingType(type) is null ? "default" : "null",
        string text => $"\"{text}\"",
        bool flag => flag ? "true" : "false",
        _ => Convert.ToString(value is Enum ? Convert.ToInt64(value, CultureInfo.InvariantCulture) : value, CultureInfo.InvariantCulture),
    };
}
