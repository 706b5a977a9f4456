using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace LeadFilter.Cli.Invocation;

/// <summary>The usual help, with a command's examples and the meaning of the exit codes at its end.</summary>
/// <param name="usual">Writes the usual help.</param>
/// <param name="program">The words that start this program.</param>
internal sealed class ExamplesHelp(HelpAction usual, string program) : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        var output = parseResult.InvocationConfiguration.Output;
        using var help = new StringWriter();
        parseResult.InvocationConfiguration.Output = help;
        var code = usual.Invoke(parseResult);
        parseResult.InvocationConfiguration.Output = output;
        var ownName = parseResult.RootCommandResult.Command.Name;
        output.Write(help.ToString().Replace($"  {ownName} ", $"  {program} ", StringComparison.Ordinal));
        if (parseResult.CommandResult.Command is ExampledCommand { Examples: { Count: > 0 } examples })
        {
            output.WriteLine("Examples:");
            foreach (var example in examples)
            {
                output.WriteLine($"  {Here(example)}");
            }

            output.WriteLine();
        }

        output.WriteLine("Exit codes:");
        output.WriteLine("  0 done   1 the answer is no   2 wrong usage or input   3 filter not reached");
        output.WriteLine("  70 a defect   130 Ctrl-C");
        output.WriteLine();
        return code;
    }

    /// <summary>An example in the words that start this program: they stand at its beginning, or after a pipe.</summary>
    private string Here(string example) => example.StartsWith($"{ProgramName.Usual} ", StringComparison.Ordinal)
        ? program + example[ProgramName.Usual.Length..]
        : example.Replace($"| {ProgramName.Usual} ", $"| {program} ", StringComparison.Ordinal);
}
