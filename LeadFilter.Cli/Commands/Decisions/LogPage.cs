using System.Text.Json;

namespace LeadFilter.Cli.Commands.Decisions;

/// <summary>A page of the filter's rejection log, newest first.</summary>
/// <param name="Rejections">The rejections, each as the filter wrote it.</param>
/// <param name="Next">Where the next page begins; null on the last.</param>
internal sealed record LogPage(IReadOnlyList<JsonElement> Rejections, string? Next = null);
