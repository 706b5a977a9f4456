using System.Text.Json;
using System.Text.Json.Serialization;

namespace LeadFilter.Cli.Commands.DeadLetters;

/// <summary>How dead letters are written as JSON.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(DeadLetterRow))]
[JsonSerializable(typeof(Dictionary<string, IReadOnlyList<string>>))]
internal sealed partial class DeadLetterJson : JsonSerializerContext;
