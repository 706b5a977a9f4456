using System.Text.Json;
using System.Text.Json.Serialization;

namespace LeadFilter.Cli.Commands.Decisions;

/// <summary>How entries of the log are read as JSON: everything that one needs is there.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(Rejection))]
[JsonSerializable(typeof(LoggedDecision))]
[JsonSerializable(typeof(JsonElement))]
internal sealed partial class LogJson : JsonSerializerContext;
