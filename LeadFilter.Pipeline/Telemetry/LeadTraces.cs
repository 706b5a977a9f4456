using System.Diagnostics;

namespace LeadFilter.Pipeline.Telemetry;

/// <summary>
/// The traces of a filter, under the source <see cref="SourceName"/>: a lead's submission, and its delivery as a
/// continuation of the same trace, however much later.
/// </summary>
public static class LeadTraces
{
    /// <summary>The activity source's name.</summary>
    public const string SourceName = "LeadFilter";

    /// <summary>The message property that carries the trace (W3C Trace Context, <c>traceparent</c>).</summary>
    public const string ParentProperty = "traceparent";

    private static readonly ActivitySource Source = new(SourceName);

    /// <summary>Begins the submission of a lead.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="vendor">The vendor.</param>
    /// <returns>The activity; null if nobody listens.</returns>
    public static Activity? Submit(string campaign, string vendor) =>
        Source.StartActivity("submit lead", ActivityKind.Internal)?
            .SetTag("leadfilter.campaign", campaign)
            .SetTag("leadfilter.vendor", vendor);

    /// <summary>Begins the sending of a message.</summary>
    /// <param name="queue">The queue.</param>
    public static Activity? Send(string queue) =>
        Source.StartActivity("send lead", ActivityKind.Producer)?.SetTag("messaging.destination.name", queue);

    /// <summary>Begins a look-up.</summary>
    /// <param name="lookup">Its name in the campaign.</param>
    /// <param name="provider">The scheme, host and port that the campaign names.</param>
    public static Activity? LookUp(string lookup, string provider) =>
        Source.StartActivity("look up", ActivityKind.Client)?.SetTag("leadfilter.lookup", lookup).SetTag("server.address", provider);

    /// <summary>Begins a delivery.</summary>
    /// <param name="parent">What the message carried under <see cref="ParentProperty"/>; null if nothing.</param>
    /// <param name="queue">The queue.</param>
    public static Activity? Deliver(string? parent, string queue) => Receive("deliver lead", parent, queue);

    /// <summary>Begins the handing over of a notice.</summary>
    /// <param name="parent">As of <see cref="Deliver"/>.</param>
    /// <param name="queue">The queue.</param>
    public static Activity? Notify(string? parent, string queue) => Receive("hand over notice", parent, queue);

    private static Activity? Receive(string name, string? parent, string queue)
    {
        var known = ActivityContext.TryParse(parent, null, isRemote: true, out var context);
        return Source.StartActivity(name, ActivityKind.Consumer, known ? context : default)?.SetTag("messaging.destination.name", queue);
    }
}
