using System.CommandLine;
using System.CommandLine.Help;
using LeadFilter.Benchmarks.Http;
using LeadFilter.Benchmarks.Memory;
using LeadFilter.Benchmarks.Outcomes;
using LeadFilter.Benchmarks.Processes;
using LeadFilter.Benchmarks.Refusals;
using LeadFilter.Benchmarks.Shares;
using LeadFilter.Benchmarks.Starts;
using LeadFilter.Benchmarks.Storage;
using LeadFilter.Cli.Invocation;

namespace LeadFilter.Benchmarks;

/// <summary>The commands that measure the filter as a whole, in processes of its own on this machine.</summary>
internal static class Measurements
{
    /// <summary>Whether a command line is for one of these commands.</summary>
    /// <param name="arguments">What stands behind the program's name.</param>
    public static bool Know(string[] arguments) =>
        arguments is [
            HttpCommand.Name or StartCommand.Name or MemoryCommand.Name or StorageCommand.Name or RefusalsCommand.Name
            or SharesCommand.Name or OutcomesCommand.Name or "help" or "--help" or "-h" or "-?", ..];

    /// <summary>Runs a command line.</summary>
    /// <param name="arguments">What stands behind the program's name.</param>
    /// <returns>0 if it was measured; 2 if something must be mended first; 130 if it was stopped.</returns>
    public static async Task<int> RunAsync(string[] arguments)
    {
        var root = new RootCommand(
            "Measures LeadFilter. Other arguments are BenchmarkDotNet's, such as --filter '*Decision*'; load measures the first use "
                + "of field types, scale computes what Azure takes.")
        {
            HttpCommand.Create(),
            StartCommand.Create(),
            MemoryCommand.Create(),
            StorageCommand.Create(),
            RefusalsCommand.Create(),
            SharesCommand.Create(),
            OutcomesCommand.Create(),
        };
        foreach (var help in root.Options.OfType<HelpOption>())
        {
            help.Action = help.Action is HelpAction usual ? new ExamplesHelp(usual, ProgramName.Usual) : help.Action;
        }

        using var interruption = Interruption.Listen();
        try
        {
            var parsed = root.Parse(arguments is ["help"] ? ["--help"] : arguments);
            var configuration = new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };
            return parsed.Errors.Count == 0
                ? await parsed.InvokeAsync(configuration, interruption.Token)
                : Refuse(string.Join('\n', parsed.Errors));
        }
        catch (OperationCanceledException) when (interruption.Token.IsCancellationRequested)
        {
            return ExitCode.Interrupted;
        }
        catch (BenchmarkException impossible)
        {
            return Refuse(impossible.Message);
        }
        catch (IOException failure)
        {
            return Refuse(failure.Message);
        }
    }

    private static int Refuse(string message)
    {
        Console.Error.WriteLine(message);
        return ExitCode.WrongInput;
    }
}
