using System.Text.Json;
using System.Text.Json.Serialization;

namespace LeadFilter.Cli.Commands.OptOuts;

/// <summary>What a filter answers about opt-outs, made ready for JSON when the program is built.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(OptOutPage))]
[JsonSerializable(typeof(OptOutView))]
[JsonSerializable(typeof(OptOutProof))]
[JsonSerializable(typeof(ProvedOptOut))]
internal sealed partial class OptOutJson : JsonSerializerContext;
