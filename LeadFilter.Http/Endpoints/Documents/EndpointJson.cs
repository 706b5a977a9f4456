using System.Text.Json.Serialization;

namespace LeadFilter.Http.Endpoints.Documents;

/// <summary>The documents that endpoints answer, made ready for JSON when the program is built.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(BatchDocument))]
[JsonSerializable(typeof(FeedbackDocument))]
[JsonSerializable(typeof(LineResult))]
[JsonSerializable(typeof(HealthDocument))]
[JsonSerializable(typeof(KnownDocument))]
[JsonSerializable(typeof(ImportDocument))]
[JsonSerializable(typeof(ErasureDocument))]
[JsonSerializable(typeof(OptOutBatchDocument))]
[JsonSerializable(typeof(OptOutLine))]
internal sealed partial class EndpointJson : JsonSerializerContext;
