using System.Text.Json;
using System.Text.Json.Serialization;

namespace LeadFilter.Cli.Commands.Accounts;

/// <summary>What a filter answers about one lead.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(LeadPage))]
internal sealed partial class LeadPageJson : JsonSerializerContext;
