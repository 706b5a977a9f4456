using System.Text.Json;
using System.Text.Json.Serialization;
using LeadFilter.Cli.Invocation;

namespace LeadFilter.Cli.Sending;

/// <summary>How the report of a sending is written as JSON.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    Converters = [typeof(CamelCaseEnum<AnswerKind>), typeof(CamelCaseEnum<SendStopCause>)])]
[JsonSerializable(typeof(SendReport))]
internal sealed partial class SendJson : JsonSerializerContext;
