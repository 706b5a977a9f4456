using System.Text.Json;
using LeadFilter.Tests.Azure.Worker.Protocol;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;

namespace LeadFilter.Tests.Azure.Worker;

/// <summary>A function as a worker describes it to its host.</summary>
/// <param name="metadata">The description.</param>
internal sealed class WorkerFunction(RpcFunctionMetadata metadata)
{
    private const string RoutePrefix = "api/";

    private readonly JsonElement trigger = metadata.RawBindings.Select(binding => JsonDocument.Parse(binding).RootElement)
        .Single(binding => Text(binding, "type")!.EndsWith("Trigger", StringComparison.OrdinalIgnoreCase));

    public RpcFunctionMetadata Metadata { get; } = metadata;

    public string Name => Metadata.Name;

    /// <summary>The kind of its trigger.</summary>
    public string TriggerType => Text(trigger, "type")!;

    /// <summary>The parameter that its trigger is bound to.</summary>
    public string TriggerName => Text(trigger, "name")!;

    /// <summary>The queue, or the setting that names it, between per cent signs; null without one.</summary>
    public string? Queue => Text(trigger, "queueName");

    /// <summary>The queue, or the times, or the methods and the route.</summary>
    public string Source => Queue ?? Text(trigger, "schedule") ?? $"{string.Join(',', Methods)} {Text(trigger, "route")}";

    private IEnumerable<string> Methods => trigger.GetProperty("methods").EnumerateArray().Select(method => method.GetString()!);

    /// <summary>What the path says for the route's parameters; null if the request is not for this function.</summary>
    public RouteValueDictionary? Match(string method, string path)
    {
        var values = new RouteValueDictionary();
        return Text(trigger, "route") is { } route
            && Methods.Contains(method, StringComparer.OrdinalIgnoreCase)
            && new TemplateMatcher(TemplateParser.Parse(RoutePrefix + route), []).TryMatch(path, values)
                ? values
                : null;
    }

    private static string? Text(JsonElement binding, string name) => binding.TryGetProperty(name, out var value) ? value.GetString() : null;
}
