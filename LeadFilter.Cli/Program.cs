using LeadFilter.Cli.Commands;
using LeadFilter.Cli.Commands.DeadLetters;
using LeadFilter.Cli.Commands.Rejections;
using LeadFilter.Cli.Invocation;

using var interruption = Interruption.Listen();
var surroundings = Surroundings.OfThisProcess((_, _) => ValueTask.FromResult<DeadLettersSession?>(null));
return await LeadFilterCommand.RunAsync(
    args,
    surroundings,
    [
        SendCommand.Create(surroundings),
        RejectionsCommand.Create(surroundings),
        DeadLettersCommand.Create(surroundings),
    ],
    interruption.Token);
