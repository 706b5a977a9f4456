using System.Text.Json;
using System.Text.Json.Serialization;

namespace LeadFilter.Cli.Commands.Records;

/// <summary>How an import of records is answered and reported as JSON.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(BatchAnswer))]
[JsonSerializable(typeof(RecordReport))]
internal sealed partial class RecordJson : JsonSerializerContext;
