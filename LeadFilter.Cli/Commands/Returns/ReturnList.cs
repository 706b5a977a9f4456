namespace LeadFilter.Cli.Commands.Returns;

/// <summary>A page of returns, as a filter tells it.</summary>
/// <param name="Returns">The returns.</param>
/// <param name="Next">Where the next page begins; null if there is none.</param>
internal sealed record ReturnList(IReadOnlyList<ReturnLine> Returns, string? Next);
