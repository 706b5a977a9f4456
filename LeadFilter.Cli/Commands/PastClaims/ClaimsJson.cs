using System.Text.Json;
using System.Text.Json.Serialization;

namespace LeadFilter.Cli.Commands.PastClaims;

/// <summary>How an import of purchases is answered and reported as JSON.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(KeptClaims))]
[JsonSerializable(typeof(ClaimsReport))]
internal sealed partial class ClaimsJson : JsonSerializerContext;
