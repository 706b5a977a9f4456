using System.Text.Json;
using System.Text.Json.Serialization;

namespace LeadFilter.Cli.Commands.Returns;

/// <summary>Returns as JSON.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ReturnList))]
[JsonSerializable(typeof(ReturnLine))]
[JsonSerializable(typeof(ReturnBody))]
internal sealed partial class ReturnJson : JsonSerializerContext;
