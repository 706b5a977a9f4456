using System.Text;
using LeadFilter.Cli.Commands;
using LeadFilter.Cli.Commands.Accounts;
using LeadFilter.Cli.Commands.Backups;
using LeadFilter.Cli.Commands.Caps;
using LeadFilter.Cli.Commands.Checking;
using LeadFilter.Cli.Commands.DeadLetters;
using LeadFilter.Cli.Commands.Decisions;
using LeadFilter.Cli.Commands.Erase;
using LeadFilter.Cli.Commands.Explaining;
using LeadFilter.Cli.Commands.OptOuts;
using LeadFilter.Cli.Commands.Outcomes;
using LeadFilter.Cli.Commands.PastClaims;
using LeadFilter.Cli.Commands.Returns;
using LeadFilter.Cli.Commands.Starting;
using LeadFilter.Cli.Commands.Statements;
using LeadFilter.Cli.Commands.Status;
using LeadFilter.Cli.Commands.Suppress;
using LeadFilter.Cli.Invocation;

namespace LeadFilter.Tests.Cli;

/// <summary>Runs the command line in the test's own process and keeps what it wrote.</summary>
internal sealed class CommandLineRun : IDisposable
{
    private readonly StringWriter output = new();
    private readonly StringWriter error = new();

    public void Dispose()
    {
        output.Dispose();
        error.Dispose();
    }

    public string Output => output.ToString();

    public string Error => error.ToString();

    public TimeProvider Time { get; init; } = TimeProvider.System;

    public Dictionary<string, string> Variables { get; init; } = [];

    public Func<Stream> OpenInput { get; init; } = () => Stream.Null;

    public bool InputRedirected { get; init; } = true;

    public bool ErrorRedirected { get; init; } = true;

    /// <summary>The words that start the program.</summary>
    public string Program { get; init; } = ProgramName.Usual;

    /// <summary>How many columns the screen has; null if the output is a file or a pipe.</summary>
    public int? Width { get; init; }

    public Func<Uri, HttpClient> Connect { get; init; } = FilterConnection.To;

    public OpenDeadLetters OpenDeadLetters { get; init; } = (_, _) => ValueTask.FromResult<DeadLettersSession?>(null);

    public static Func<Stream> Text(string text) => () => new MemoryStream(Encoding.UTF8.GetBytes(text));

    public Task<int> RunAsync(params string[] arguments) => RunAsync(CancellationToken.None, arguments);

    public Task<int> RunAsync(CancellationToken cancellation, params string[] arguments)
    {
        var errorScreen = Screen.Of(error, ErrorRedirected, Variables.GetValueOrDefault);
        if (!ErrorRedirected)
        {
            errorScreen.Profile.Capabilities.Interactive = true;
        }

        var screen = Screen.Of(output, redirected: true, Variables.GetValueOrDefault);
        screen.Profile.Width = Width ?? screen.Profile.Width;
        var surroundings = new Surroundings
        {
            Output = screen,
            Error = errorScreen,
            OpenInput = OpenInput,
            InputRedirected = InputRedirected,
            OutputRedirected = true,
            Connect = Connect,
            Program = Program,
            Time = Time,
            Variable = Variables.GetValueOrDefault,
        };
        return LeadFilterCommand.RunAsync(
            arguments,
            surroundings,
            [
                SendCommand.Create(surroundings),
                CheckCommand.Create(surroundings),
                ExplainCommand.Create(surroundings),
                NewCommand.Create(surroundings),
                StandardizeCommand.Create(surroundings),
                HealthCommand.Create(surroundings),
                StatusCommand.Create(surroundings),
                DecisionsCommand.Create(surroundings),
                LeadCommand.Create(surroundings),
                RejectionsCommand.Create(surroundings),
                CapsCommand.Create(surroundings),
                StatementCommand.Create(surroundings),
                DeadLettersCommand.Create(surroundings, OpenDeadLetters),
                SuppressCommand.Create(surroundings),
                ClaimsCommand.Create(surroundings), OutcomesCommand.Create(surroundings), ReturnsCommand.Create(surroundings),
                OptOutsCommand.Create(surroundings),
                EraseCommand.Create(surroundings),
                BackupCommand.Create(surroundings),
                RestoreCommand.Create(surroundings),
            ],
            cancellation);
    }
}
