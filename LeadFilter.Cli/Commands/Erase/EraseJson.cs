using System.Text.Json;
using System.Text.Json.Serialization;
using LeadFilter.Http.Endpoints.Documents;

namespace LeadFilter.Cli.Commands.Erase;

/// <summary>How erasures are read and written as JSON.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web, RespectNullableAnnotations = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ErasureDocument))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
internal sealed partial class EraseJson : JsonSerializerContext;
