using LeadFilter.Pipeline.Settings;

namespace LeadFilter.Cli.Exporting;

/// <summary>Where an OpenTelemetry collector is. OpenTelemetry itself would not say that one of these is wrong.</summary>
/// <param name="Endpoint">Its address.</param>
/// <param name="Protocol">How to talk to it; null for OpenTelemetry's own default, which is gRPC.</param>
internal sealed record CollectorSettings(string Endpoint, string? Protocol)
{
    /// <summary>The setting with the address.</summary>
    public const string EndpointSetting = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>The setting with the protocol.</summary>
    public const string ProtocolSetting = "OTEL_EXPORTER_OTLP_PROTOCOL";

    private static readonly string[] Protocols = ["grpc", "http/protobuf"];

    /// <summary>Reads them.</summary>
    /// <param name="reader">The settings.</param>
    /// <returns>Null if none is set, or one is wrong.</returns>
    public static CollectorSettings? Read(SettingReader reader)
    {
        if (reader.Find(EndpointSetting) is not { } endpoint)
        {
            return null;
        }

        if (!Uri.TryCreate(endpoint, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            reader.Problems.Add(
                $"The setting '{EndpointSetting}' must be the address of an OpenTelemetry collector, such as http://127.0.0.1:4317.");
            return null;
        }

        var protocol = reader.Find(ProtocolSetting);
        if (protocol is not null && !Protocols.Contains(protocol))
        {
            reader.Problems.Add($"The setting '{ProtocolSetting}' must be {string.Join(" or ", Protocols)}.");
            return null;
        }

        return new(endpoint, protocol);
    }

    /// <summary>The settings as OpenTelemetry finds them.</summary>
    public IEnumerable<KeyValuePair<string, string?>> ToConfiguration()
    {
        yield return new(EndpointSetting, Endpoint);
        if (Protocol is not null)
        {
            yield return new(ProtocolSetting, Protocol);
        }
    }
}
