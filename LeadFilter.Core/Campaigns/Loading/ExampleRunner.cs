using System.Globalization;
using LeadFilter.Core.Decisions;
using LeadFilter.Core.Files;
using LeadFilter.Core.Leads;
using LeadFilter.Core.Rules;
using LeadFilter.Core.Vendors;

namespace LeadFilter.Core.Campaigns.Loading;

/// <summary>Runs a campaign's own examples. Each is a lead and what the rules must say of it.</summary>
internal sealed class ExampleRunner(Campaign campaign, MistakeList mistakes)
{
    /// <summary>The time of an example that states none, so that loading a file never depends on the day.</summary>
    private static readonly DateTimeOffset DefaultTime = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly HashSet<string> reasons = [.. campaign.Rules.Select(rule => rule.Ground.Reason.ToString())];

    public void Run(FileNode? section)
    {
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
        node.OnlyKeys(mistakes, "lead", "vendor", "at", "expect");
        var before = mistakes.Count;
        var expectNode = node.Required("expect", mistakes, "Add \"expect\": \"accept\", or a reason code");
        var expect = expectNode.AsText(mistakes);
        var leadNode = node.Required("lead", mistakes, "Add \"lead\": { \"email\": … }").AsObject(mistakes);
        var policy = ReadPolicy(node.Find("vendor"));
        var at = ReadTime(node.Find("at"));
        if (expect is null || leadNode is null || policy is null || at is null || mistakes.Count > before)
        {
            return;
        }

        if (expect != "accept" && !reasons.Contains(expect))
        {
            mistakes.Add(expectNode!, $"no rule has the reason '{expect}'", $"Write accept, or one of: {string.Join(", ", reasons)}");
            return;
        }

        var draft = new LeadDraft(campaign.Layout);
        Fill(draft, leadNode, "");
        if (mistakes.Count > before)
        {
            return;
        }

        var explanation = policy.Explain(draft.ToLead(at.Value));
        var got = explanation.Decision.Primary?.Ground.Reason.ToString() ?? "accept";
        if (got != expect)
        {
            mistakes.Add(
                expectNode!,
                $"the rules say '{got}' of this example, not '{expect}'{Why(explanation, expect)}",
                "Mend the rule, or the example");
        }
    }

    /// <summary>What the rule that was expected to reject, or did, saw.</summary>
    private static string Why(Explanation explanation, string expect)
    {
        var telling = explanation.Rules.FirstOrDefault(rule => rule.Finding.Ground.Reason.ToString() == expect)
            ?? explanation.Rules.FirstOrDefault(rule => rule.Finding == explanation.Decision.Primary);
        return telling is null ? "" : $" (rule '{telling.Finding.Ground.Id}' saw {string.Join(", ", telling.Facts.Select(Describe))})";
    }

    private static string Describe(Fact fact) =>
        $"{fact.Name}: {fact.Validity.ToString().ToLowerInvariant()}{(fact.Text is null ? "" : $" ({fact.Text})")}";

    private Policy? ReadPolicy(FileNode? node)
    {
        if (node is null)
        {
            return campaign.PolicyWithoutContract;
        }

        if (node.AsText(mistakes) is not { } name)
        {
            return null;
        }

        if (VendorId.TryParse(name, out var vendor) && campaign.TryFindPolicy(vendor, out var policy))
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

        if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
        {
            return time;
        }

        mistakes.Add(node, $"'{text}' is no time", "Write it like 2026-01-01T12:00:00Z");
        return null;
    }

    private void Fill(LeadDraft draft, FileNode node, string prefix)
    {
        foreach (var (name, value) in node.Members)
        {
            switch (value.Kind)
            {
                case FileNodeKind.Object:
                    Fill(draft, value, $"{prefix}{name}.");
                    break;
                case FileNodeKind.Array:
                    mistakes.Add(value, "an example's field is an array", "Write text, a number, or true or false");
                    break;
                default:
                    if (draft.Add(prefix + name, value.Kind == FileNodeKind.Null ? null : value.Text) is var result and not AddResult.Added)
                    {
                        mistakes.Add(
                            value,
                            result == AddResult.Ignored ? $"there is no field '{prefix}{name}'" : $"'{prefix}{name}' cannot be added ({result})",
                            "Use the names of docs/fields.md, of \"fields\" or of \"aliases\", each once");
                    }

                    break;
            }
        }
    }
}
