using System.Text.Json;
using System.Text.Json.Serialization;
using LeadFilter.Cli.Invocation;
using LeadFilter.Core.Decisions;
using LeadFilter.Core.Fields;
using LeadFilter.Core.Scores;

namespace LeadFilter.Cli.Commands.Explaining;

/// <summary>How an explanation is written as JSON.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    Converters =
    [
        typeof(CamelCaseEnum<Effect>),
        typeof(CamelCaseEnum<Route>),
        typeof(CamelCaseEnum<ScoreKind>),
        typeof(CamelCaseEnum<Validity>),
    ])]
[JsonSerializable(typeof(ExplainReport))]
internal sealed partial class ExplainJson : JsonSerializerContext;
