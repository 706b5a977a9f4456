using LeadFilter.Scale;

namespace LeadFilter.Tests.Scale;

/// <summary>The command's choices.</summary>
[TestClass]
public sealed class ScaleCommandTests
{
    [TestMethod]
    [DataRow("--rate")]
    [DataRow("--rate", "0")]
    [DataRow("--rate", "many")]
    [DataRow("--seed", "x")]
    [DataRow("--cap", "0")]
    [DataRow("--cap", "1000001")]
    [DataRow("--speed")]
    [DataRow("--batch", "0")]
    [DataRow("--batch", "1001")]
    [DataRow("--in-call", "2")]
    [DataRow("--batch", "4", "--in-call", "5")]
    public void What_it_does_not_understand_is_an_error_and_not_a_run(params string[] args) => Assert.AreEqual(2, ScaleCommand.Run(args));

    [TestMethod]
    public void A_line_of_the_table_has_as_many_cells_as_its_head()
    {
        var line = ScaleReport.Line(new Simulation(new() { Rate = 5 }, new(), 1).Run(10));
        Assert.AreEqual(ScaleReport.Head.Split('\n')[0].Count(static c => c == '|'), line.Count(static c => c == '|'));
    }
}
