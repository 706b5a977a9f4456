using System.Diagnostics;
using System.Diagnostics.Metrics;
using LeadFilter.Core.Campaigns;
using LeadFilter.Core.OptOuts;
using LeadFilter.Core.Vendors;

namespace LeadFilter.Pipeline.Telemetry;

/// <summary>
/// The figures of a filter, under the meter <see cref="MeterName"/>. Tags are campaign, vendor, outcome, reason code and
/// the like: few values each, and nothing of a person.
/// </summary>
public sealed class LeadMetrics
{
    /// <summary>The meter's name.</summary>
    public const string MeterName = "LeadFilter";

    // In seconds. The rules take tens of microseconds, an answer milliseconds, a check by others up to seconds; a lead waits for days.
    private static readonly InstrumentAdvice<double> Rules = new()
    {
        HistogramBucketBoundaries = [0.00001, 0.000025, 0.00005, 0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.05, 0.25],
    };

    private static readonly InstrumentAdvice<double> Answers = new()
    {
        HistogramBucketBoundaries = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    };

    private static readonly InstrumentAdvice<double> Waits = new()
    {
        HistogramBucketBoundaries = [0.1, 0.5, 1, 5, 15, 60, 300, 900, 3_600, 21_600, 86_400],
    };

    private readonly Counter<long> decisions;
    private readonly Counter<long> unreadable;
    private readonly Counter<long> patterns;
    private readonly Histogram<double> decisionDuration;
    private readonly Histogram<double> answerDuration;
    private readonly Counter<long> claims;
    private readonly Counter<long> caps;
    private readonly Counter<long> questions;
    private readonly Counter<long> returns;
    private readonly Counter<long> limited;
    private readonly Counter<long> shed;
    private readonly Counter<long> connectionsClosed;
    private readonly Histogram<double> lookupDuration;
    private readonly Counter<long> deliveries;
    private readonly Counter<long> notices;
    private readonly Counter<long> openTargets;
    private readonly Counter<long> optOuts;
    private readonly Histogram<double> queueAge;
    private readonly Histogram<double> deliveryAge;

    /// <summary>Makes the instruments.</summary>
    /// <param name="meters">Makes the meter.</param>
    public LeadMetrics(IMeterFactory meters)
    {
        ArgumentNullException.ThrowIfNull(meters);
        var meter = meters.Create(MeterName);
        decisions = meter.CreateCounter<long>(
            "leadfilter.decisions", "{lead}", "Leads answered, by campaign, vendor, outcome and primary reason.");
        unreadable = meter.CreateCounter<long>(
            "leadfilter.unreadable", "{answer}", "Answers that were given and could not be read, by campaign, vendor and field.");
        patterns = meter.CreateCounter<long>(
            "leadfilter.patterns.given_up", "{lead}", "Leads for which a pattern took too long, by campaign.");
        decisionDuration = meter.CreateHistogram("leadfilter.decision.duration", "s", "The rules alone.", null, Rules);
        answerDuration = meter.CreateHistogram(
            "leadfilter.answer.duration", "s", "From the request's head to the answer's, by outcome.", null, Answers);
        claims = meter.CreateCounter<long>("leadfilter.claims", "{claim}", "Attempts to claim a person, by result: taken or conflict.");
        caps = meter.CreateCounter<long>("leadfilter.caps", "{place}", "Attempts to take a place under a cap, by result: taken or full.");
        returns = meter.CreateCounter<long>(
            "leadfilter.returns", "{change}", "Changes of returns, by the state since then and by who made them.");
        questions = meter.CreateCounter<long>(
            "leadfilter.questions",
            "{question}",
            "Vendors' questions whether a person is known, by campaign, vendor and result: known, unknown, or refused (no right to ask).");
        limited = meter.CreateCounter<long>(
            "leadfilter.limited",
            "{request}",
            "Requests that a vendor's limit refused, by vendor and limit: rate, concurrency, questions or tests.");
        shed = meter.CreateCounter<long>(
            "leadfilter.shed",
            "{request}",
            "Requests turned away because there was too much to do, by vendor and what was too great: length or age of the queue.");
        connectionsClosed = meter.CreateCounter<long>(
            "leadfilter.connections.closed",
            "{connection}",
            "Connections closed because too many were open, by which bound was met: total or address.");
        lookupDuration = meter.CreateHistogram(
            "leadfilter.lookup.duration", "s", "A check by a third party, by campaign, look-up and result.", null, Answers);
        optOuts = meter.CreateCounter<long>("leadfilter.opt_outs", "{opt-out}", "Opt-outs that were taken, by channel.");
        deliveries = meter.CreateCounter<long>(
            "leadfilter.deliveries", "{attempt}", "Attempts to deliver, by campaign, result and reason.");
        notices = meter.CreateCounter<long>(
            "leadfilter.notices", "{attempt}", "Attempts to hand over notices, by receiver, kind, result and reason.");
        openTargets = meter.CreateCounter<long>(
            "leadfilter.targets.warnings", "{warning}", "Warnings that a target has not learned of an opt-out, by target and day.");
        queueAge = meter.CreateHistogram(
            "leadfilter.queue.age", "s", "How long a message that was due waited for its receiver.", null, Waits);
        deliveryAge = meter.CreateHistogram(
            "leadfilter.delivery.age", "s", "From receipt of a lead to its delivery, by campaign.", null, Waits);
    }

    /// <summary>The rules have spoken.</summary>
    /// <param name="started">The time stamp before the first rule: <see cref="Stopwatch.GetTimestamp"/>.</param>
    public void Decided(long started) => decisionDuration.Record(Stopwatch.GetElapsedTime(started).TotalSeconds);

    /// <summary>A lead is answered.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="vendor">The vendor.</param>
    /// <param name="outcome">The outcome's word.</param>
    /// <param name="reason">The primary reason's code; empty if there is none.</param>
    public void Answered(CampaignId campaign, VendorId vendor, string outcome, string reason)
    {
        if (decisions.Enabled)
        {
            decisions.Add(1, new TagList
            {
                { "campaign", campaign.ToString() },
                { "vendor", vendor.ToString() },
                { "outcome", outcome },
                { "reason", reason },
            });
        }
    }

    /// <summary>Answers were given that could not be read.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="vendor">The vendor.</param>
    /// <param name="fields">The fields of the campaign: no name that only the vendor knows.</param>
    public void Unreadable(CampaignId campaign, VendorId vendor, IReadOnlyList<string> fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        if (unreadable.Enabled)
        {
            foreach (var field in fields)
            {
                unreadable.Add(1, new TagList { { "campaign", campaign.ToString() }, { "vendor", vendor.ToString() }, { "field", field } });
            }
        }
    }

    /// <summary>A pattern took too long to search a lead.</summary>
    /// <param name="campaign">The campaign.</param>
    public void PatternGaveUp(CampaignId campaign) =>
        patterns.Add(1, new KeyValuePair<string, object?>("campaign", campaign.ToString()));

    /// <summary>An answer leaves.</summary>
    /// <param name="started">The time stamp at the request's head.</param>
    /// <param name="outcome">The outcome's word.</param>
    public void AnswerLeaves(long started, string outcome) =>
        answerDuration.Record(Stopwatch.GetElapsedTime(started).TotalSeconds, new KeyValuePair<string, object?>("outcome", outcome));

    /// <summary>A person was claimed, or found to be another lead's.</summary>
    /// <param name="conflict">Whether another lead holds the person.</param>
    public void Claimed(bool conflict) => claims.Add(1, new KeyValuePair<string, object?>("result", conflict ? "conflict" : "taken"));

    /// <summary>A place under a cap was taken, or none was left.</summary>
    /// <param name="full">Whether none was left.</param>
    public void CapAsked(bool full) => caps.Add(1, new KeyValuePair<string, object?>("result", full ? "full" : "taken"));

    /// <summary>A return has changed.</summary>
    /// <param name="state">The word for its state since then.</param>
    /// <param name="by">The word for who changed it.</param>
    public void ReturnChanged(string state, string by) => returns.Add(
        1, new KeyValuePair<string, object?>("state", state), new KeyValuePair<string, object?>("by", by));

    /// <summary>Somebody does not want to be contacted any more.</summary>
    /// <param name="channels">By which channels; each counts.</param>
    public void OptedOut(ContactChannels channels)
    {
        foreach (var channel in ContactChannelName.Of(channels))
        {
            optOuts.Add(1, new KeyValuePair<string, object?>("channel", channel));
        }
    }

    /// <summary>A vendor asked whether a person is known.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="vendor">The vendor.</param>
    /// <param name="known">The answer; null if the vendor may not ask.</param>
    public void Asked(CampaignId campaign, VendorId vendor, bool? known)
    {
        if (questions.Enabled)
        {
            var result = known switch { true => "known", false => "unknown", null => "refused" };
            questions.Add(
                1, new TagList { { "campaign", campaign.ToString() }, { "vendor", vendor.ToString() }, { "result", result } });
        }
    }

    /// <summary>A vendor's limit refused a request.</summary>
    /// <param name="vendor">The vendor.</param>
    /// <param name="limit">Which one: rate, concurrency, questions or tests.</param>
    public void Limited(VendorId vendor, string limit)
    {
        if (limited.Enabled)
        {
            limited.Add(
                1, new KeyValuePair<string, object?>("vendor", vendor.ToString()), new KeyValuePair<string, object?>("limit", limit));
        }
    }

    /// <summary>A request was turned away because there was too much to do.</summary>
    /// <param name="vendor">The vendor.</param>
    /// <param name="cause">What was too great: length or age of the queue of requests.</param>
    public void Shed(VendorId vendor, string cause)
    {
        if (shed.Enabled)
        {
            shed.Add(1, new KeyValuePair<string, object?>("vendor", vendor.ToString()), new KeyValuePair<string, object?>("cause", cause));
        }
    }

    /// <summary>A connection was closed because too many were open.</summary>
    /// <param name="bound">Which bound was met: total or address.</param>
    public void ConnectionClosed(string bound) => connectionsClosed.Add(1, new KeyValuePair<string, object?>("bound", bound));

    /// <summary>A check by a third party has ended.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="lookup">The look-up's name.</param>
    /// <param name="result">How: a word of docs/lookups.md.</param>
    /// <param name="taken">How long it took.</param>
    public void LookedUp(CampaignId campaign, string lookup, string result, TimeSpan taken)
    {
        if (lookupDuration.Enabled)
        {
            lookupDuration.Record(
                taken.TotalSeconds, new TagList { { "campaign", campaign.ToString() }, { "lookup", lookup }, { "result", result } });
        }
    }

    /// <summary>A message of the queue is in hand.</summary>
    /// <param name="age">How long it waited after it was due.</param>
    public void Received(TimeSpan age) => queueAge.Record(Math.Max(0, age.TotalSeconds));

    /// <summary>An attempt to deliver has ended.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="result">How: done, later or refused.</param>
    /// <param name="reason">Why it was not delivered, as a code; empty if it was.</param>
    /// <param name="age">If it was delivered, the time since the lead was received.</param>
    public void Tried(CampaignId campaign, string result, string reason, TimeSpan? age)
    {
        deliveries.Add(1, new TagList { { "campaign", campaign.ToString() }, { "result", result }, { "reason", reason } });
        if (age is { } delivered)
        {
            deliveryAge.Record(Math.Max(0, delivered.TotalSeconds), new KeyValuePair<string, object?>("campaign", campaign.ToString()));
        }
    }

    /// <summary>A target has not learned of an opt-out in time.</summary>
    /// <param name="target">The target.</param>
    /// <param name="day">The day: a word such as day-2, or overdue.</param>
    public void TargetOpen(string target, string day) => openTargets.Add(
        1, new KeyValuePair<string, object?>("target", target), new KeyValuePair<string, object?>("day", day));

    /// <summary>An attempt to hand over a notice has ended.</summary>
    /// <param name="receiver">The receiver's id: a vendor's or a target's.</param>
    /// <param name="kind">What the notice is about.</param>
    /// <param name="result">How: done, later, refused or dropped.</param>
    /// <param name="reason">Why it has not arrived, as a code; empty if it has.</param>
    public void Told(string receiver, string kind, string result, string reason) =>
        notices.Add(1, new TagList { { "receiver", receiver }, { "kind", kind }, { "result", result }, { "reason", reason } });
}
