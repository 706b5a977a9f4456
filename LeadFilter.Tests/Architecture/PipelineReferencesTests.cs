using LeadFilter.Pipeline;

namespace LeadFilter.Tests.Architecture;

/// <summary>The use cases know nothing of the hosts and of HTTP servers.</summary>
[TestClass]
public sealed class PipelineReferencesTests
{
    [TestMethod]
    public void Pipeline_refers_to_no_part_of_ASP_NET() => Assert.AreEqual(
        "",
        string.Join(", ", References().Where(name => name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal))));

    [TestMethod]
    public void Pipeline_refers_to_no_project_but_Core() => Assert.AreEqual(
        "LeadFilter.Core",
        string.Join(", ", References().Where(name => name.StartsWith("LeadFilter", StringComparison.OrdinalIgnoreCase))));

    private static IEnumerable<string> References() =>
        typeof(PipelineServices).Assembly.GetReferencedAssemblies().Select(static assembly => assembly.Name!);
}
