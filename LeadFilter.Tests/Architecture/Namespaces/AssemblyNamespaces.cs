using Mono.Cecil;

namespace LeadFilter.Tests.Architecture.Namespaces;

/// <summary>The namespaces of a compiled assembly.</summary>
internal static class AssemblyNamespaces
{
    /// <summary>Reads which of them know which.</summary>
    /// <param name="assembly">The assembly's path.</param>
    /// <param name="root">The namespace within which to look.</param>
    public static NamespaceGraph Of(string assembly, string root)
    {
        using var file = File.OpenRead(assembly);
        return Of(file, root);
    }

    /// <summary>Reads which of them know which.</summary>
    /// <param name="assembly">The assembly's image.</param>
    /// <param name="root">The namespace within which to look.</param>
    public static NamespaceGraph Of(Stream assembly, string root)
    {
        using var module = ModuleDefinition.ReadModule(assembly);
        var graph = new NamespaceGraph();
        foreach (var type in module.Types.Where(type => IsWithin(type, root)))
        {
            var used = UsedTypes.Of(type).Select(other => module.GetType(Outermost(other).FullName)).Where(other => IsWithin(other, root));
            foreach (var other in used)
            {
                graph.Add(type.Namespace, other.Namespace, $"{NameOf(type)} uses {NameOf(other)}");
            }
        }

        return graph;
    }

    // Null is a type of another assembly.
    private static bool IsWithin(TypeDefinition? type, string root) =>
        type is not null && (type.Namespace == root || type.Namespace.StartsWith(root + '.', StringComparison.Ordinal));

    private static TypeReference Outermost(TypeReference type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    // The compiler counts type parameters in names: FakeQueue`1.
    private static string NameOf(TypeReference type) => type.Name.Split('`')[0];
}
