using System.Text.Json.Serialization;

namespace LeadFilter.Pipeline.Delivery;

/// <summary>The documents of deliveries, made ready for JSON when the program is built.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(LeadDocument))]
internal sealed partial class DeliveryJson : JsonSerializerContext;
