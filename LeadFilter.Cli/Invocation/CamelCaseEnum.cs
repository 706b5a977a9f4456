using System.Text.Json;
using System.Text.Json.Serialization;

namespace LeadFilter.Cli.Invocation;

/// <summary>Writes the values of an enumeration as words in camel case.</summary>
/// <typeparam name="T">The enumeration.</typeparam>
internal sealed class CamelCaseEnum<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase)
    where T : struct, Enum;
