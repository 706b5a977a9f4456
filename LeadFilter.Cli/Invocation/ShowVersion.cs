using System.CommandLine;
using System.CommandLine.Invocation;
using System.Reflection;

namespace LeadFilter.Cli.Invocation;

/// <summary>Writes the version of this program, without the mark of the commit.</summary>
internal sealed class ShowVersion : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        var version = typeof(ShowVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion;
        parseResult.InvocationConfiguration.Output.WriteLine(version?.Split('+')[0]);
        return ExitCode.Done;
    }
}
