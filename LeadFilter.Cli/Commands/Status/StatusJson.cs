using System.Text.Json;
using System.Text.Json.Serialization;

namespace LeadFilter.Cli.Commands.Status;

/// <summary>How a filter's status is read as JSON.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(StatusDocument))]
[JsonSerializable(typeof(JsonElement))]
internal sealed partial class StatusJson : JsonSerializerContext;
