using System.Globalization;
using LeadFilter.Tests.Folders;

namespace LeadFilter.Tests.Infrastructure;

/// <summary>How many instances there may be, and what they do to the CRM.</summary>
[TestClass]
public sealed class ScaleOutTests
{
    /// <summary>Azure's range for on-demand instances of a group; always-ready ones come on top (docs/azure.md names the sources).</summary>
    [TestMethod]
    public void A_group_may_have_1_to_1000_on_demand_instances() =>
        Assert.Contains(
            "\n@minValue(1)\n@maxValue(1000)\nparam maximumInstanceCount int = ",
            BicepFile.Read("main.bicep").Text,
            StringComparison.Ordinal);

    [TestMethod]
    public void The_docs_compute_the_calls_to_the_CRM_from_the_settings()
    {
        var (most, warm) = (ParameterFile.Number("maximumInstanceCount"), ParameterFile.Number("warmForwardInstances"));
        var calls = SampleFiles.ReadJson("host.json")["extensions"]!["serviceBus"]!["maxConcurrentCalls"]!.GetValue<int>();
        var expected = string.Create(CultureInfo.InvariantCulture, $"({most} + {warm}) × {calls} = {(most + warm) * calls}");
        Assert.Contains(expected, SampleFiles.Read("docs", "azure.md"), StringComparison.Ordinal);
    }
}
