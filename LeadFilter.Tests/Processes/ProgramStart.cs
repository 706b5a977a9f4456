using System.Diagnostics;
using LeadFilter.Cli.Serving;

namespace LeadFilter.Tests.Processes;

/// <summary>Starts programs as processes of their own.</summary>
internal static class ProgramStart
{
    /// <summary>
    /// A setting of the tests: the path of a published filter, such as the native one, that processes run instead of the assembly
    /// beside the tests.
    /// </summary>
    public const string ProgramSetting = "LEADFILTER_TEST_PROGRAM";

    /// <summary>The words that start <c>leadfilter</c> in a shell. The paths have no blanks.</summary>
    public static string LeadFilter =>
        Published ?? $"{Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet"} exec {typeof(FilterHost).Assembly.Location}";

    /// <summary>Whether processes run a published filter.</summary>
    public static bool IsPublished => Published is not null;

    private static string? Published => Environment.GetEnvironmentVariable(ProgramSetting) is { Length: > 0 } path ? path : null;

    /// <summary>How to start the program of a type's assembly, with its output to be read.</summary>
    /// <param name="program">A type of it.</param>
    /// <param name="arguments">Its command line.</param>
    public static ProcessStartInfo Of(Type program, params string[] arguments)
    {
        var published = program == typeof(FilterHost) ? Published : null;
        var start = new ProcessStartInfo(published ?? Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        foreach (var argument in published is null ? ["exec", program.Assembly.Location, .. arguments] : arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return start;
    }

    /// <summary>Has a shell do something first, such as set a limit, before it becomes the program. Not on Windows.</summary>
    /// <param name="start">How the program starts.</param>
    /// <param name="command">The shell's command.</param>
    public static ProcessStartInfo After(string command, ProcessStartInfo start)
    {
        string[] program = [start.FileName, .. start.ArgumentList];
        start.FileName = "sh";
        start.ArgumentList.Clear();
        foreach (var argument in (string[])["-c", $"{command}; exec \"$0\" \"$@\"", .. program])
        {
            start.ArgumentList.Add(argument);
        }

        return start;
    }

    /// <summary>How to start a process that is made of the tests' own code.</summary>
    /// <param name="arguments">A word that says what to do, and what that needs.</param>
    public static ProcessStartInfo OfTests(params string[] arguments) => Of(typeof(ProgramStart), arguments);
}
