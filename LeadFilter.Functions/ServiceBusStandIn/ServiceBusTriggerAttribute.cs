using Microsoft.Azure.Functions.Worker.Converters;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>
/// Stands in for the attribute of Microsoft.Azure.Functions.Worker.Extensions.ServiceBus, with those of its members that are
/// used. With the real one, the worker SDK also writes the metadata <c>cardinality</c>, and adds the extension with which the
/// Functions host receives messages: an app that was built with this one must never be deployed.
/// </summary>
/// <param name="queueName">The queue, or the setting that names it, between per cent signs.</param>
[AttributeUsage(AttributeTargets.Parameter)]
[InputConverter(typeof(ReceivedMessageConverter))]
public sealed class ServiceBusTriggerAttribute(string queueName) : TriggerBindingAttribute
{
    /// <summary>The queue, or the setting that names it, between per cent signs.</summary>
    public string QueueName { get; } = queueName;

    /// <summary>The setting that says how Service Bus is reached.</summary>
    public string? Connection { get; set; }

    /// <summary>Whether the Functions host completes a message when the function returns.</summary>
    public bool AutoCompleteMessages { get; set; } = true;
}
