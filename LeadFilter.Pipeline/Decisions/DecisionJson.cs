using System.Text.Json.Serialization;

namespace LeadFilter.Pipeline.Decisions;

/// <summary>The documents of the log, made ready for reading JSON when the program is built.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(DecisionDocument))]
internal sealed partial class DecisionJson : JsonSerializerContext;
