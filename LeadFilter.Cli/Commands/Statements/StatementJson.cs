using System.Text.Json;
using System.Text.Json.Serialization;

namespace LeadFilter.Cli.Commands.Statements;

/// <summary>How statements are read as JSON: everything that a line needs is there.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(StatementPage))]
internal sealed partial class StatementJson : JsonSerializerContext;
