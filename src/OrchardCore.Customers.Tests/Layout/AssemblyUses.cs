using Mono.Cecil;

namespace OrchardCore.Customers.Tests.Layout;

/// <summary>What assemblies offer to others, and what of it others use, read from the assemblies.</summary>
internal sealed class AssemblyUses(string directory, IReadOnlyCollection<string> offering) : IDisposable
{
    private readonly DefaultAssemblyResolver _resolver = NewResolver(directory);

    /// <summary>The methods and fields that anybody may use, without those that come with something else.</summary>
    public IEnumerable<IMemberDefinition> OfferedBy(string assembly)
        => Types(assembly).Where(IsVisible).SelectMany(type =>
            type.Methods.Where(method => (method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly) && !ComesWithItsType(method) && !Followed(method).Any())
                .Concat<IMemberDefinition>(type.Fields.Where(field => (field.IsPublic || field.IsFamily) && field is { IsLiteral: false, IsSpecialName: false })));

    /// <summary>What the code of an assembly calls, reads, writes, hands on or constructs, and what its attributes say.</summary>
    public IEnumerable<IMemberDefinition> UsedBy(string assembly)
        => Types(assembly).SelectMany(type => type.Methods).Where(method => method.HasBody)
            .SelectMany(method => method.Body.Instructions.SelectMany(instruction => Resolve(instruction.Operand)).Where(used => used != method))
            .Concat(Attributes(assembly).Where(attribute => IsOffered(attribute.AttributeType)).SelectMany(Resolve));

    /// <summary>What the types of an assembly implement or override.</summary>
    public IEnumerable<IMemberDefinition> ImplementedBy(string assembly)
        => Types(assembly).SelectMany(type => type.Methods).SelectMany(Followed).Where(method => IsOffered(method.DeclaringType));

    public void Dispose() => _resolver.Dispose();

    private static DefaultAssemblyResolver NewResolver(string directory)
    {
        var resolver = new DefaultAssemblyResolver();
        resolver.AddSearchDirectory(directory);

        return resolver;
    }

    private AssemblyDefinition Read(string assembly) => _resolver.Resolve(AssemblyNameReference.Parse(assembly));

    private IEnumerable<TypeDefinition> Types(string assembly) => Read(assembly).MainModule.GetTypes();

    private IEnumerable<CustomAttribute> Attributes(string assembly)
        => Types(assembly)
            .SelectMany(type => type.Methods.Concat<ICustomAttributeProvider>(type.Properties).Concat(type.Methods.SelectMany(method => method.Parameters)).Append(type))
            .Append(Read(assembly))
            .SelectMany(provider => provider.CustomAttributes);

    /// <summary>Who names a type as an argument or by <c>typeof</c> has it made: its constructors are used.</summary>
    private IEnumerable<IMemberDefinition> Resolve(object operand) => operand switch
    {
        GenericInstanceMethod method => method.GenericArguments.SelectMany(Resolve).Concat(Resolve(method.ElementMethod)),
        MethodReference method => IsOffered(method.DeclaringType) ? [method.Resolve()] : [],
        FieldReference field => IsOffered(field.DeclaringType) ? [field.Resolve()] : [],
        TypeReference { IsGenericParameter: false } type => IsOffered(type) ? type.Resolve().Methods.Where(method => method.IsConstructor) : [],
        _ => [],
    };

    /// <summary>The constructor of an attribute and the properties that it sets.</summary>
    private static IEnumerable<IMemberDefinition> Resolve(CustomAttribute attribute)
        => WithBases(attribute.AttributeType).SelectMany(type => type.Methods)
            .Where(method => attribute.Properties.Any(property => method.Name == "set_" + property.Name))
            .Append(attribute.Constructor.Resolve());

    /// <summary>The methods that a method implements or overrides, told by name and number of parameters.</summary>
    private static IEnumerable<MethodDefinition> Followed(MethodDefinition method)
    {
        var type = method.DeclaringType;
        var bases = method is { IsVirtual: true, IsNewSlot: false } ? WithBases(type.BaseType) : [];
        var interfaces = method.IsVirtual ? WithBases(type).SelectMany(own => own.Interfaces).Select(implemented => implemented.InterfaceType.Resolve()) : [];

        return bases.Concat(interfaces).SelectMany(other => other.Methods)
            .Where(other => other.Name == method.Name[(method.Name.LastIndexOf('.') + 1)..] && other.Parameters.Count == method.Parameters.Count);
    }

    private static IEnumerable<TypeDefinition> WithBases(TypeReference? type)
    {
        for (var own = type?.Resolve(); own is not null; own = own.BaseType?.Resolve())
        {
            yield return own;
        }
    }

    private bool IsOffered(TypeReference type)
    {
        var scope = type.GetElementType().Scope;

        return offering.Contains(scope is ModuleDefinition module ? module.Assembly.Name.Name : scope.Name);
    }

    private static bool IsVisible(TypeDefinition type) => type.IsPublic || (type.IsNestedPublic && IsVisible(type.DeclaringType));

    /// <summary>A constructor without parameters, and what a record gets from the compiler.</summary>
    private static bool ComesWithItsType(MethodDefinition method)
        => method is { IsConstructor: true, HasParameters: false }
            || (method is { IsGetter: false, IsSetter: false } && method.CustomAttributes.Any(attribute => attribute.AttributeType.Name == "CompilerGeneratedAttribute"));
}
