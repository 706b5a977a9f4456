using System.Text.Json;
using System.Text.Json.Serialization;

namespace LeadFilter.Cli.Commands.Rejections;

/// <summary>How rejections are read as JSON: everything that one needs is there.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(RejectionPage))]
[JsonSerializable(typeof(Rejection))]
[JsonSerializable(typeof(JsonElement))]
internal sealed partial class RejectionJson : JsonSerializerContext;
