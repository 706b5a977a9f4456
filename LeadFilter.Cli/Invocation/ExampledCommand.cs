using System.CommandLine;

namespace LeadFilter.Cli.Invocation;

/// <summary>A command whose help ends with examples.</summary>
/// <param name="name">The word on the command line.</param>
/// <param name="description">What it does, in one or a few sentences.</param>
/// <param name="examples">Lines to copy, each a whole command.</param>
internal sealed class ExampledCommand(string name, string description, params string[] examples) : Command(name, description)
{
    /// <summary>Lines to copy, each a whole command.</summary>
    public IReadOnlyList<string> Examples { get; } = examples;
}
