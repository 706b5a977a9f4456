using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using LeadFilter.Core.Rules;

namespace LeadFilter.Tests.Architecture;

/// <summary>Core decides and does nothing else: what it may refer to is checked on the compiled assembly.</summary>
[TestClass]
public sealed class CorePurityTests
{
    private static readonly string[] ForbiddenNamespaces =
        ["System.Net", "System.IO", "System.Threading.Tasks", "System.Diagnostics.Process", "Microsoft"];
    private static readonly string[] ForbiddenTypes =
    [
        "System.Environment", "System.Console", "System.TimeProvider", "System.Random", "System.Threading.Thread",
        "System.Threading.Timer"
    ];

    // Pure all the same: the assembly's own image, in which embedded data lie; and what reads addresses and HTML's entities.
    private static readonly string[] AllowedTypes =
        ["System.IO.Stream", "System.IO.UnmanagedMemoryStream", "System.Net.IPAddress", "System.Net.IPNetwork",
            "System.Net.Sockets.AddressFamily", "System.Net.WebUtility"];

    private static readonly string[] ForbiddenMembers =
    [
        "System.DateTime.get_Now", "System.DateTime.get_UtcNow", "System.DateTimeOffset.get_Now",
        "System.DateTimeOffset.get_UtcNow", "System.Guid.NewGuid"
    ];

    [TestMethod]
    public void Core_refers_to_assemblies_of_System_only()
    {
        var foreign = typeof(Policy).Assembly.GetReferencedAssemblies()
            .Select(assembly => assembly.Name!)
            .Where(name => !name.StartsWith("System.", StringComparison.Ordinal))
            .ToList();
        Assert.AreEqual("", string.Join(", ", foreign));
    }

    [TestMethod]
    public void Core_uses_no_type_that_reaches_outside()
    {
        var used = ReferencedTypes().Where(IsForbidden).Order().ToList();
        Assert.AreEqual("", string.Join(", ", used));
    }

    [TestMethod]
    public void Core_asks_for_no_time_and_no_randomness()
    {
        var used = ReferencedMembers().Intersect(ForbiddenMembers).ToList();
        Assert.AreEqual("", string.Join(", ", used));
    }

    [TestMethod]
    public void The_check_sees_the_types_that_Core_uses() =>
        CollectionAssert.Contains(ReferencedTypes(), "System.Text.RegularExpressions.Regex");

    private static bool IsForbidden(string type) =>
        !AllowedTypes.Contains(type)
        && (ForbiddenTypes.Contains(type)
            || Array.Exists(ForbiddenNamespaces, space => type.StartsWith(space + ".", StringComparison.Ordinal)));

    private static List<string> ReferencedTypes() =>
        Read(metadata => metadata.TypeReferences.Select(handle => NameOf(metadata, handle)).ToList());

    private static List<string> ReferencedMembers() =>
        Read(metadata => metadata.MemberReferences
            .Select(metadata.GetMemberReference)
            .Where(member => member.Parent.Kind == HandleKind.TypeReference)
            .Select(member => $"{NameOf(metadata, (TypeReferenceHandle)member.Parent)}.{metadata.GetString(member.Name)}")
            .ToList());

    private static string NameOf(MetadataReader metadata, TypeReferenceHandle handle)
    {
        var type = metadata.GetTypeReference(handle);
        return $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}";
    }

    private static List<string> Read(Func<MetadataReader, List<string>> read)
    {
        using var file = File.OpenRead(typeof(Policy).Assembly.Location);
        using var image = new PEReader(file);
        return read(image.GetMetadataReader());
    }
}
