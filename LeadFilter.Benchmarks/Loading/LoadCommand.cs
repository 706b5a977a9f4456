using System.Diagnostics;
using System.Globalization;

namespace LeadFilter.Benchmarks.Loading;

/// <summary><c>load</c>: a table of what the first use of each type costs, each measured in new processes of its own.</summary>
internal static class LoadCommand
{
    public const string Name = "load";

    private const int UsualStarts = 9;
    private const string Compiled = "data";
    private const string Cold = "cold";

    /// <summary>Runs it.</summary>
    /// <param name="args">Nothing, or how many starts each figure is the median of; or what a child process is to measure.</param>
    public static int Run(string[] args)
    {
        if (args is [Compiled or Cold, var name])
        {
            Console.WriteLine(FirstUse.Measure(name, args[0] == Compiled).ToString(CultureInfo.InvariantCulture));
            return 0;
        }

        var starts = UsualStarts;
        if (args.Length > 1 || (args is [var count] && !(int.TryParse(count, CultureInfo.InvariantCulture, out starts) && starts > 0)))
        {
            Console.Error.WriteLine($"Say how many starts each figure is the median of, such as: {Name} {UsualStarts}");
            return 2;
        }

        Console.WriteLine($"First use in a new process, processor time, median of {starts} starts");
        Console.WriteLine("| type | its data | with the compiling of the code |");
        Console.WriteLine("|---|---|---|");
        foreach (var type in FirstUse.Names)
        {
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {type} | {Median(Compiled, type, starts):0.0} ms | {Median(Cold, type, starts):0.0} ms |"));
        }

        return 0;
    }

    // Milliseconds.
    private static double Median(string how, string type, int starts)
    {
        var times = Enumerable.Range(0, starts).Select(_ => Start(how, type)).Order().ToArray();
        return times[starts / 2] / 1000;
    }

    private static double Start(string how, string type)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, UseShellExecute = false };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Add(typeof(LoadCommand).Assembly.Location);
        }

        foreach (var argument in (string[])[Name, how, type])
        {
            start.ArgumentList.Add(argument);
        }

        using var child = Process.Start(start)!;
        var answer = child.StandardOutput.ReadToEnd();
        child.WaitForExit();
        return double.Parse(answer, CultureInfo.InvariantCulture);
    }
}
