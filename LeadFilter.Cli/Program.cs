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

using var interruption = Interruption.Listen();
var surroundings = Surroundings.OfThisProcess();
return await LeadFilterCommand.RunAsync(
    args,
    surroundings,
    [
        ServeCommand.Create(surroundings),
        SendCommand.Create(surroundings),
        CheckCommand.Create(surroundings),
        ExplainCommand.Create(surroundings),
        NewCommand.Create(surroundings),
        StandardizeCommand.Create(surroundings),
        StatusCommand.Create(surroundings),
        HealthCommand.Create(surroundings),
        DecisionsCommand.Create(surroundings),
        LeadCommand.Create(surroundings),
        RejectionsCommand.Create(surroundings),
        CapsCommand.Create(surroundings),
        StatementCommand.Create(surroundings),
        DeadLettersCommand.Create(surroundings, StoredDeadLetters.OpenAsync),
        SuppressCommand.Create(surroundings),
        ClaimsCommand.Create(surroundings),
        OutcomesCommand.Create(surroundings),
        ReturnsCommand.Create(surroundings),
        OptOutsCommand.Create(surroundings),
        EraseCommand.Create(surroundings),
        BackupCommand.Create(surroundings),
        RestoreCommand.Create(surroundings),
    ],
    interruption.Token);
