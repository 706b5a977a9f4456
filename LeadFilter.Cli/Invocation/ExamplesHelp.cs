using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace LeadFilter.Cli.Invocation;

/// <summary>The usual help, with a command's examples and the meaning of the exit codes at its end.</summary>
/// <param name="usual">Writes the usual help.</param>
internal sealed class ExamplesHelp(HelpAction usual) : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        var code = usual.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        if (parseResult.CommandResult.Command is ExampledCommand { Examples: { Count: > 0 } examples })
        {
            output.WriteLine("Examples:");
            foreach (var example in examples)
            {
                output.WriteLine($"  {example}");
            }

            output.WriteLine();
        }

        output.WriteLine("Exit codes:");
        output.WriteLine("  0 done   1 the answer is no   2 wrong usage or input   3 filter not reached   70 a defect   130 Ctrl-C");
        output.WriteLine();
        return code;
    }
}
