using System.Diagnostics;
using LeadFilter.Tests.Guarantees;
using LeadFilter.Tests.Serving;

namespace LeadFilter.Tests;

/// <summary>Processes that tests start, and what runs in one that is made of the tests' own code.</summary>
internal static class TestProcess
{
    /// <summary>The entry: a word that says what to do, and what that needs.</summary>
    public static Task<int> Main(string[] arguments) => arguments[0] switch
    {
        CapBuyer.Word => CapBuyer.RunAsync(arguments[1..]),
        SharingFilter.Word => SharingFilter.RunAsync(arguments[1..]),
        _ => throw new ArgumentException($"Nobody knows '{arguments[0]}'.", nameof(arguments)),
    };

    /// <summary>How to start the program of a type's assembly, with its output to be read.</summary>
    /// <param name="program">A type of it.</param>
    /// <param name="arguments">Its command line.</param>
    public static ProcessStartInfo Start(Type program, params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        foreach (var argument in (string[])["exec", program.Assembly.Location, .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        return start;
    }
}
