using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Sqlite.Folders;

namespace LeadFilter.Cli.Invocation;

/// <summary>
/// The command <c>leadfilter</c> itself: it finds the command that is meant, runs it and turns its end into an exit code.
/// </summary>
internal static class LeadFilterCommand
{
    /// <summary>The environment variable that, set to 1, shows where in the program a defect lies.</summary>
    public const string DebugSetting = "LEADFILTER_DEBUG";

    /// <summary>Runs a command line.</summary>
    /// <param name="arguments">What stands behind the program's name.</param>
    /// <param name="surroundings">What the command may use.</param>
    /// <param name="commands">Every command there is.</param>
    /// <param name="cancellation">Ctrl-C.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(
        IReadOnlyList<string> arguments,
        Surroundings surroundings,
        IReadOnlyList<Command> commands,
        CancellationToken cancellation)
    {
        var root = Root(commands, surroundings.Program);
        var parsed = root.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        var configuration = new InvocationConfiguration
        {
            Output = surroundings.Out,
            Error = surroundings.Err,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        };
        if (arguments.Count is 0)
        {
            configuration.Output = surroundings.Err;
            await root.Parse(["--help"]).InvokeAsync(configuration, cancellation);
            return ExitCode.WrongInput;
        }

        var mistyped = MistypedWords.Of(parsed);
        if (parsed.Action is ParseErrorAction || mistyped.Count > 0)
        {
            return WrongUsage(parsed, mistyped, surroundings);
        }

        try
        {
            return await parsed.InvokeAsync(configuration, cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return ExitCode.Interrupted;
        }
        catch (StoreUnavailableException unavailable)
        {
            return surroundings.Fail(ExitCode.Unreachable, unavailable.Message);
        }
        catch (Exception refused) when (refused is RefusedException or DataFolderException)
        {
            return surroundings.Fail(ExitCode.WrongInput, refused.Message);
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException)
        {
            return surroundings.Fail(ExitCode.WrongInput, broken.Message);
        }
#pragma warning disable CA1031 // The edge of the program: the shell gets an exit code, and the user a line instead of a stack trace.
        catch (Exception defect)
        {
            return Confess(surroundings, defect);
        }
#pragma warning restore CA1031
    }

    /// <summary>Says what a report of a defect needs. The exception's own message is left out: it may hold a lead's values.</summary>
    private static int Confess(Surroundings surroundings, Exception defect)
    {
        for (var cause = defect; cause is not null && surroundings.Variable(DebugSetting) is "1"; cause = cause.InnerException)
        {
            surroundings.Err.WriteLine($"{cause.GetType()}{Environment.NewLine}{cause.StackTrace}");
        }

        return surroundings.Fail(
            ExitCode.Defect,
            $"this is a defect of leadfilter ({defect.GetType()}). Run the command again with {DebugSetting}=1 in the environment "
            + "and report its output to those who gave you leadfilter.");
    }

    private static RootCommand Root(IReadOnlyList<Command> commands, string program)
    {
        var root = new RootCommand("Decides in real time which leads to buy.");
        foreach (var option in root.Options)
        {
            option.Action = option switch
            {
                HelpOption { Action: HelpAction usual } => new ExamplesHelp(usual, program),
                VersionOption => new ShowVersion(),
                _ => option.Action,
            };
        }

        foreach (var command in commands)
        {
            root.Subcommands.Add(command);
        }

        return root;
    }

    private static int WrongUsage(ParseResult parsed, IReadOnlyList<string> mistyped, Surroundings surroundings)
    {
        // A word that is not known is said better here than by the parser, which then also misses a command.
        var others = parsed.Errors.Where(error => mistyped.Count == 0 || error.SymbolResult is not CommandResult)
            .Select(static error => error.Message);
        foreach (var message in mistyped.Concat(others))
        {
            surroundings.Fail(ExitCode.WrongInput, message);
        }

        var words = Words(parsed.CommandResult.Command).Prepend(surroundings.Program);
        surroundings.Err.WriteLine($"Usage: {string.Join(' ', words)} --help");
        return ExitCode.WrongInput;
    }

    private static IEnumerable<string> Words(Symbol command) =>
        command is RootCommand ? [] : [.. command.Parents.Take(1).SelectMany(Words), command.Name];
}
