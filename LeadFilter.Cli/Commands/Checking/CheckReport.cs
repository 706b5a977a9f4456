using LeadFilter.Core.Files;

namespace LeadFilter.Cli.Commands.Checking;

/// <summary>What a check found, as JSON.</summary>
/// <param name="Passed">Whether there is nothing to fix.</param>
/// <param name="Files">The files that were checked.</param>
/// <param name="Errors">What is wrong.</param>
/// <param name="Warnings">What is allowed but surely not meant.</param>
internal sealed record CheckReport(
    bool Passed, IReadOnlyList<string> Files, IReadOnlyList<Mistake> Errors, IReadOnlyList<Mistake> Warnings);
