using System.Text.Json;
using System.Text.Json.Serialization;

namespace LeadFilter.Cli.Standardizing;

/// <summary>How the report of a file is written as JSON.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(StandardizeReport))]
internal sealed partial class StandardizeJson : JsonSerializerContext;
