using System.Globalization;
using LeadFilter.Core.Campaigns.Loading.Rules;
using LeadFilter.Core.Conditions;
using LeadFilter.Core.Decisions;
using LeadFilter.Core.Explanations;
using LeadFilter.Core.Files;
using LeadFilter.Core.Rules;
using LeadFilter.Core.Vendors;

namespace LeadFilter.Core.Campaigns.Loading;

/// <summary>Runs a campaign's own examples. Each is a lead and what the rules must say of it.</summary>
internal sealed class ExampleRunner(Campaign campaign, MistakeList mistakes)
{
    /// <summary>The time of an example that states none, so that loading a file never depends on the day.</summary>
    private static readonly DateTimeOffset DefaultTime = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>ISO 8601 to the minute, second or finer. A time without a date would mean another moment every day.</summary>
    private static readonly string[] TimeForms = ["yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    private readonly HashSet<string> reasons = [.. campaign.DecidingGrounds.Select(ground => ground.Reason.ToString())];

    private readonly ExampleLeadReader leads = new(campaign.Layout, campaign.Draws, mistakes);
    private readonly HashSet<string> shown = [];

    /// <summary>The ids of the grounds that are the primary reason of an example.</summary>
    public IReadOnlySet<string> Shown => shown;

    /// <summary>Runs the examples.</summary>
    /// <param name="baseSection">The section <c>exampleBase</c>: what every example has that does not say otherwise; null for
    /// nothing.</param>
    /// <param name="section">The section <c>examples</c>; null if there is none.</param>
    public void Run(FileNode? baseSection, FileNode? section)
    {
        if (!leads.ReadBase(baseSection))
        {
            return;
        }

        foreach (var node in section.AsArray(mistakes))
        {
            if (node.AsObject(mistakes) is not null)
            {
                RunOne(node);
            }
        }
    }

    private void RunOne(FileNode node)
    {
        node.OnlyKeys(mistakes, "lead", "facts", "vendor", "at", "expect");
        var before = mistakes.Count;
        var expectNode = node.Required("expect", mistakes, "Add \"expect\": \"accept\", or a reason code");
        var expect = expectNode.AsText(mistakes);
        var leadNode = node.Required("lead", mistakes, "Add \"lead\": { \"email\": … }").AsObject(mistakes);
        var at = ReadTime(node.Find("at"));
        var policy = ReadPolicy(node.Find("vendor"), at ?? DefaultTime);
        if (expect is null || leadNode is null || policy is null || at is null || mistakes.Count > before)
        {
            return;
        }

        if (expect != RuleReader.Accept && !reasons.Contains(expect))
        {
            mistakes.Add(
                expectNode!,
                $"no rule has the reason '{expect}'",
                $"Write one of: {string.Join(", ", reasons.Prepend(RuleReader.Accept))}");
            return;
        }

        if (leads.Read(leadNode, node.Find("facts"), at.Value) is not { } lead)
        {
            return;
        }

        var explanation = policy.Explain(lead);
        var primary = PrimaryOf(explanation.Decision, timed: node.Find("at") is not null);
        var got = primary?.Ground.Reason.ToString() ?? RuleReader.Accept;
        if (primary is not null && !explanation.Rules.Any(rule => rule.Finding == primary && rule.Result == Truth.Unreadable))
        {
            shown.Add(primary.Ground.Id);
        }

        if (got != expect)
        {
            mistakes.Add(
                expectNode!,
                $"the rules say '{got}' of this example, not '{expect}'{Why(explanation, primary, expect)}",
                "Fix the rule or the example");
        }
    }

    /// <summary>
    /// The primary reason. An example that states no time is tried as within the hours of operation, and every example as if the campaign
    /// were enabled: a pause must not keep the rules from being tried.
    /// </summary>
    private static Finding? PrimaryOf(Decision decision, bool timed) => decision.Findings.FirstOrDefault(finding =>
        finding.Effect == Effect.Reject
        && finding.Ground.Reason != ReasonCode.CampaignPaused
        && (timed || finding.Ground.Reason != ReasonCode.OutsideHours));

    /// <summary>What the rule that was expected to reject, or did, saw.</summary>
    private static string Why(Explanation explanation, Finding? primary, string expect)
    {
        var telling = explanation.Rules.FirstOrDefault(rule => rule.Finding.Ground.Reason.ToString() == expect)
            ?? explanation.Rules.FirstOrDefault(rule => rule.Finding == primary);
        return telling is null
            ? ""
            : $" (rule '{telling.Finding.Ground.Id}' {Said(telling)} and saw {string.Join(", ", telling.Facts.Select(Describe))})";
    }

    private static string Said(RuleTrace rule) => (rule.Holds, rule.Finding.Effect, rule.Result) switch
    {
        (true, Effect.Waived, _) => "matched, is waived by the vendor's contract,",
        (true, Effect.Trial, _) => "matched, changes nothing for a vendor on trial,",
        (true, Effect.Shadow, _) => "matched, is a shadow,",
        (true, _, Truth.Indeterminate) => "cannot be said, rejects by onMissing",
        (true, _, Truth.Unreadable) => "cannot read an answer, rejects by onUnreadable or onMissing",
        (true, _, _) => "matched",
        (_, _, Truth.Indeterminate) => "cannot be said",
        (_, _, Truth.Unreadable) => "cannot read an answer",
        _ => "did not match",
    };

    private static string Describe(Fact fact) =>
        $"{fact.Name}: {fact.Validity.ToString().ToLowerInvariant()}{(fact.Text is null ? "" : $" ({fact.Text})")}";

    private Policy? ReadPolicy(FileNode? node, DateTimeOffset at)
    {
        if (node is null)
        {
            return campaign.PolicyWithoutContract;
        }

        if (node.AsText(mistakes) is not { } name)
        {
            return null;
        }

        if (VendorId.TryParse(name, out var vendor) && campaign.TryFindPolicy(vendor, at, out var policy))
        {
            return policy;
        }

        mistakes.Add(node, $"'{name}' has no contract in this campaign", "Name a vendor of the section \"vendors\"");
        return null;
    }

    private DateTimeOffset? ReadTime(FileNode? node)
    {
        if (node is null)
        {
            return DefaultTime;
        }

        if (node.AsText(mistakes) is not { } text)
        {
            return null;
        }

        if (DateTimeOffset.TryParseExact(text, TimeForms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
        {
            return time;
        }

        mistakes.Add(node, $"'{text}' is not a time", "Write it like 2026-01-01T12:00:00Z");
        return null;
    }
}
