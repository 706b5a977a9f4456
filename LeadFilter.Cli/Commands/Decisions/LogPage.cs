using System.Text.Json;

namespace LeadFilter.Cli.Commands.Decisions;

/// <summary>A page of the filter's log, newest first.</summary>
/// <param name="Entries">The entries, each as the filter wrote it.</param>
/// <param name="Next">Where the next page begins; null on the last.</param>
internal sealed record LogPage(IReadOnlyList<JsonElement> Entries, string? Next);
