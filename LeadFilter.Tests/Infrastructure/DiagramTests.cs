using LeadFilter.Pipeline.Ports;
using LeadFilter.Tests.Folders;

namespace LeadFilter.Tests.Infrastructure;

/// <summary>The diagram in docs/azure.md leaves nothing out and shows nothing that is gone.</summary>
[TestClass]
public sealed class DiagramTests
{
    /// <summary>The first block of the page.</summary>
    private static readonly string Diagram = SampleFiles.Read("docs", "azure.md").Split("```")[1];

    private static readonly HashSet<string> Words =
        [.. Diagram.Split([' ', '\n', ',', '|', '-', '+'], StringSplitOptions.RemoveEmptyEntries)];

    [TestMethod]
    public void Every_function_of_the_app_stands_in_it() =>
        Assert.AreEqual("", string.Join(", ", FunctionSources.Names().Where(name => !Words.Contains(name))));

    /// <summary>Functions and tables are the only words of it with a capital inside.</summary>
    [TestMethod]
    public void Every_function_in_it_is_one_of_the_app() =>
        Assert.AreEqual("", string.Join(", ", Words
            .Where(word => word.All(char.IsLetter) && char.IsUpper(word[0]) && word.Skip(1).Any(char.IsUpper) && word.Any(char.IsLower))
            .Except(FunctionSources.Names())
            .Except(TableNames.All)));

    [TestMethod]
    public void Every_table_and_queue_stands_in_it() =>
        Assert.AreEqual("", string.Join(", ", TableNames.All.Concat(QueueNames.All).Where(name => !Words.Contains(name))));

    [TestMethod]
    [DataRow("http", "warmHttpInstances")]
    [DataRow("ForwardLead", "warmForwardInstances")]
    public void It_tells_how_many_instances_are_always_ready(string group, string parameter)
    {
        var lines = Diagram.Split('\n');
        var head = Array.FindIndex(lines, line => line.Contains($"group {group}", StringComparison.Ordinal));
        var column = lines[head].IndexOf($"group {group}", StringComparison.Ordinal);
        Assert.StartsWith(
            $"always ready: {ParameterFile.Number(parameter)} ",
            lines[head + 1][column..],
            StringComparison.Ordinal);
    }
}
