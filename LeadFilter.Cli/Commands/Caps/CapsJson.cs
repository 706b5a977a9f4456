using System.Text.Json;
using System.Text.Json.Serialization;

namespace LeadFilter.Cli.Commands.Caps;

/// <summary>How caps are read and written as JSON: everything that a line needs is there.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(CapList))]
internal sealed partial class CapsJson : JsonSerializerContext;
