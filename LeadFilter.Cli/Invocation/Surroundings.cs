using LeadFilter.Core.Permissions;
using LeadFilter.Pipeline.Settings;
using Spectre.Console;

namespace LeadFilter.Cli.Invocation;

/// <summary>Everything outside itself that a command uses, so that a test can run it in its own process.</summary>
internal sealed record Surroundings
{
    /// <summary>Takes results: tables and JSON.</summary>
    public required IAnsiConsole Output { get; init; }

    /// <summary>Takes messages, questions and progress.</summary>
    public required IAnsiConsole Error { get; init; }

    /// <summary>Opens the standard input.</summary>
    public required Func<Stream> OpenInput { get; init; }

    /// <summary>Whether nobody sits at the standard input, so that nothing can be asked.</summary>
    public required bool InputRedirected { get; init; }

    /// <summary>Whether the standard output goes to a file, a pipe or a journal, so that nobody sees it as it comes.</summary>
    public required bool OutputRedirected { get; init; }

    /// <summary>Makes a client for a filter's address; the command disposes it.</summary>
    public required Func<Uri, HttpClient> Connect { get; init; }

    /// <summary>The words that start this program here (<see cref="ProgramName"/>), for hints.</summary>
    public required string Program { get; init; }

    /// <summary>The clock.</summary>
    public required TimeProvider Time { get; init; }

    /// <summary>Reads an environment variable; null if it is not set.</summary>
    public required Func<string, string?> Variable { get; init; }

    /// <summary>The writer under <see cref="Output"/>, for lines that must not be wrapped.</summary>
    public TextWriter Out => Output.Profile.Out.Writer;

    /// <summary>The writer under <see cref="Error"/>, for lines that must not be wrapped.</summary>
    public TextWriter Err => Error.Profile.Out.Writer;

    /// <summary>What the operator lets campaigns do, as the settings say.</summary>
    /// <exception cref="RefusedException">A setting is wrong.</exception>
    public OperatorPermissions ReadPermissions()
    {
        var problems = new List<string>();
        var permissions = PermissionSettings.Read(new(Variable, problems));
        return problems.Count == 0 ? permissions : throw new RefusedException(string.Join(' ', problems));
    }

    /// <summary>The surroundings of this process.</summary>
    public static Surroundings OfThisProcess() => new()
    {
        Output = Screen.Of(Console.Out, Console.IsOutputRedirected, Environment.GetEnvironmentVariable),
        Error = Screen.Of(Console.Error, Console.IsErrorRedirected, Environment.GetEnvironmentVariable),
        OpenInput = Console.OpenStandardInput,
        InputRedirected = Console.IsInputRedirected,
        OutputRedirected = Console.IsOutputRedirected,
        Connect = FilterConnection.To,
        Program = ProgramName.Of(
            Environment.ProcessPath,
            Path.Combine(AppContext.BaseDirectory, $"{ProgramName.Usual}.dll"),
            Environment.CurrentDirectory,
            Environment.GetEnvironmentVariable("PATH")),
        Time = TimeProvider.System,
        Variable = Environment.GetEnvironmentVariable,
    };
}
