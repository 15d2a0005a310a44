using System.Reflection;
using Mono.Cecil;

namespace OrchardCore.Customers.Tests.Layout;

/// <summary>What the code of the module calls, read from its assembly.</summary>
internal sealed class ModuleCode(string path) : IDisposable
{
    private readonly ModuleDefinition _module = ModuleDefinition.ReadModule(path);

    /// <summary>What an action calls of others, also by way of its controller's other methods.</summary>
    public IReadOnlyCollection<MethodReference> CallsOf(MethodInfo action)
    {
        var controller = _module.GetType(action.DeclaringType!.FullName);
        var open = new Stack<MethodDefinition>(controller.Methods.Where(method => method.MetadataToken.ToInt32() == action.MetadataToken));
        var seen = new HashSet<MethodDefinition>();
        var calls = new List<MethodReference>();

        while (open.TryPop(out var method))
        {
            if (!seen.Add(method))
            {
                continue;
            }

            foreach (var call in Steps(method).SelectMany(Calls))
            {
                if (call.DeclaringType == controller || call.DeclaringType.DeclaringType == controller)
                {
                    open.Push(call.Resolve());
                }
                else
                {
                    calls.Add(call);
                }
            }
        }

        return calls;
    }

    /// <summary>The full names of the types that drivers hand to <c>Initialize</c>.</summary>
    public IEnumerable<string> TypesInitialized()
        => _module.GetTypes().SelectMany(type => type.Methods).SelectMany(Calls)
            .OfType<GenericInstanceMethod>()
            .Where(call => call.Name == "Initialize")
            .Select(call => call.GenericArguments[0].FullName)
            .Distinct();

    public void Dispose() => _module.Dispose();

    /// <summary>The method, and what the compiler made of it when it is asynchronous.</summary>
    private static IEnumerable<MethodDefinition> Steps(MethodDefinition method)
        => method.CustomAttributes
            .Where(attribute => attribute.AttributeType.Name == "AsyncStateMachineAttribute")
            .SelectMany(attribute => ((TypeReference)attribute.ConstructorArguments[0].Value).Resolve().Methods)
            .Append(method);

    private static IEnumerable<MethodReference> Calls(MethodDefinition method)
        => method.HasBody ? method.Body.Instructions.Select(instruction => instruction.Operand).OfType<MethodReference>() : [];
}
