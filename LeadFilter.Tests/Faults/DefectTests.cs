using LeadFilter.Tests.Cli;

namespace LeadFilter.Tests.Faults;

/// <summary>What nobody foresaw still ends in a line and an exit code.</summary>
[TestClass]
public sealed class DefectTests
{
    private const string Secret = "ann@example.com";

    [TestMethod]
    public async Task An_unexpected_exception_is_a_line_without_its_message_and_without_a_stack_trace()
    {
        using var run = Failing();

        Assert.AreEqual(70, await run.RunAsync("rejections"));

        Assert.HasCount(1, run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith("leadfilter: this is a defect of leadfilter (System.InvalidOperationException)", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, run.Error, StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task The_debug_setting_shows_where_it_happened_and_still_no_message()
    {
        using var run = Failing(("LEADFILTER_DEBUG", "1"));

        Assert.AreEqual(70, await run.RunAsync("rejections"));

        Assert.Contains("   at ", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, run.Error, StringComparison.Ordinal);
    }

    private static CommandLineRun Failing(params (string Name, string Value)[] variables) => new()
    {
        Connect = _ => throw new InvalidOperationException(Secret),
        Variables = new() { ["LEADFILTER_ADMIN_KEY"] = "key", [variables.FirstOrDefault().Name ?? "NO_COLOR"] = variables.FirstOrDefault().Value ?? "1" },
    };
}
