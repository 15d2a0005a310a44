using System.Reflection;
using Mono.Cecil;
using Xunit;

namespace OrchardCore.Customers.Tests.Layout;

/// <summary>Which capability knows which. A capability is a folder, and a namespace of the same name; what stands in none of them is Customers.</summary>
public sealed class CapabilityTests
{
    private const string Root = "OrchardCore.Customers";
    private const string Customers = "Customers";

    private static readonly string[] Capabilities =
        [Customers, "Addresses", "Accounts", "Groups", "Companies", "Sites", "AssistedBuying", "Transfer", "Orders", "Loyalty", "Credit", "Marketing", "Privacy"];

    /// <summary>Besides these, every capability may use Customers.</summary>
    private static readonly HashSet<(string User, string Used)> Allowed =
    [
        (Customers, "Addresses"), (Customers, "Groups"),
        ("Accounts", "Addresses"),
        ("Companies", "Addresses"), ("Companies", "Groups"),
        ("AssistedBuying", "Sites"), ("AssistedBuying", "Accounts"), ("AssistedBuying", "Addresses"), ("Orders", "Sites"), ("Loyalty", "Sites"), ("Credit", "Sites"),
        ("Transfer", "Addresses"), ("Transfer", "Groups"),
        ("Loyalty", "Orders"), ("Credit", "Orders"), ("Marketing", "Orders"),
    ];

    private static readonly Assembly[] Assemblies = [typeof(CustomerPart).Assembly, typeof(CustomersController).Assembly];

    [Fact]
    public void CapabilitiesKnowEachOtherOnlyAsTheArchitectureSays()
    {
        var uses = Assemblies.SelectMany(Uses).ToList();

        Assert.Contains(uses, use => (use.From, use.To) == (Customers, "Addresses"));
        Assert.Empty(uses
            .Where(use => use.To != Customers && !Allowed.Contains((use.From, use.To)))
            .Select(use => $"{use.From} uses {use.To}: {use.Type}")
            .Distinct());
    }

    private static IEnumerable<(string From, string To, string Type)> Uses(Assembly assembly)
    {
        using var module = ModuleDefinition.ReadModule(assembly.Location);

        return
        [
            .. from type in module.GetTypes()
               let origin = CapabilityOf(type)
               where origin is not null
               from used in Named(type)
               let target = CapabilityOf(used)
               where target is not null && target != origin
               select (origin, target, type.FullName),
        ];
    }

    /// <summary>The types that a type's declarations and code name.</summary>
    private static IEnumerable<TypeReference> Named(TypeDefinition type)
    {
        var declared = type.Fields.Select(field => field.FieldType)
            .Concat(type.Interfaces.Select(implemented => implemented.InterfaceType))
            .Concat(type.Methods.SelectMany(method => method.Parameters.Select(parameter => parameter.ParameterType).Append(method.ReturnType)));
        var coded = type.Methods.Where(method => method.HasBody).SelectMany(method => method.Body.Instructions).SelectMany(instruction => instruction.Operand switch
        {
            GenericInstanceMethod method => method.GenericArguments.Append(method.DeclaringType),
            MemberReference and TypeReference own => [own],
            MemberReference member => [member.DeclaringType],
            _ => Enumerable.Empty<TypeReference>(),
        });

        return declared.Concat(coded).Append(type.BaseType).SelectMany(WithArguments);
    }

    private static IEnumerable<TypeReference> WithArguments(TypeReference? type) => type switch
    {
        null => [],
        GenericInstanceType generic => generic.GenericArguments.SelectMany(WithArguments).Append(generic.ElementType),
        TypeSpecification specification => WithArguments(specification.ElementType),
        _ => [type],
    };

    /// <summary><see langword="null"/> for what belongs to all: shared code, and what holds the module together.</summary>
    private static string? CapabilityOf(TypeReference type)
    {
        var outermost = type;

        while (outermost.DeclaringType is not null)
        {
            outermost = outermost.DeclaringType;
        }

        if (!outermost.Namespace.StartsWith(Root, StringComparison.Ordinal))
        {
            return null;
        }

        var name = outermost.Namespace[Root.Length..].TrimStart('.').Split('.')[0];

        return name == "Shared" || IsFrame(outermost) ? null : Capabilities.Contains(name, StringComparer.Ordinal) ? name : Customers;
    }

    /// <summary>Menu, permissions and constants stand beside the capabilities.</summary>
    private static bool IsFrame(TypeReference type)
        => type.Namespace == Root && type.Name is nameof(AdminMenu) or nameof(CustomersPermissions) or nameof(CustomersPermissionsProvider) or nameof(CustomersConstants) or nameof(CustomersServiceCollectionExtensions);
}
