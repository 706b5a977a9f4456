using System.Text.Json;
using System.Text.Json.Serialization;

namespace LeadFilter.Cli.Commands.Suppress;

/// <summary>How suppression lists are asked for, changed and reported as JSON.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(IEnumerable<string>))]
[JsonSerializable(typeof(ChangedList))]
[JsonSerializable(typeof(CountedLists))]
[JsonSerializable(typeof(ImportReport))]
[JsonSerializable(typeof(AddReport))]
[JsonSerializable(typeof(RemoveReport))]
[JsonSerializable(typeof(IEnumerable<CountReport>))]
internal sealed partial class SuppressJson : JsonSerializerContext;
