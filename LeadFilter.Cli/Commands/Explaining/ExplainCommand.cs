using System.CommandLine;
using LeadFilter.Cli.Invocation;
using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Leads;
using LeadFilter.Core.Rules;
using LeadFilter.Core.Vendors;
using LeadFilter.Http.Leads;
using LeadFilter.Pipeline.Campaigns;
using LeadFilter.Pipeline.Explanations;

namespace LeadFilter.Cli.Commands.Explaining;

/// <summary><c>leadfilter explain</c>: what a campaign says of one lead, rule by rule, without a running filter.</summary>
internal sealed class ExplainCommand
{
    private readonly Surroundings surroundings;

    private ExplainCommand(Surroundings surroundings) => this.surroundings = surroundings;

    /// <summary>Makes the command.</summary>
    /// <param name="surroundings">What it may use.</param>
    public static Command Create(Surroundings surroundings)
    {
        var command = new ExampledCommand(
            "explain",
            "Shows what a campaign would do with a lead and why: every rule with what it saw, the score, the price and the decision. "
                + "Nothing is sent, looked up or bought.",
            "leadfilter explain --campaign solar --vendor bright lead.json",
            "leadfilter explain samples/leads.ndjson --line 17",
            "echo '{\"email\":\"ada@example.com\"}' | leadfilter explain --campaign solar --at 2026-11-22T17:00:00Z --json -");
        ExplainOptions.AddTo(command, new ExplainCommand(surroundings).RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ExplainRequest request, CancellationToken cancellation)
    {
        var (lead, problem, note) = await LeadToExplain.ReadAsync(request.File, request.Line, surroundings.OpenInput, cancellation);
        surroundings.Remark(request.File, note);
        if (lead is not { } line)
        {
            return surroundings.Fail(ExitCode.WrongInput, problem!);
        }

        var at = request.At ?? surroundings.Time.GetUtcNow();
        var id = request.CampaignGiven ? request.Campaign : line.Campaign ?? request.Campaign;
        if (Load(Path.Combine(request.Campaigns, $"{id}.json"), at) is not { } campaign)
        {
            return ExitCode.WrongInput;
        }

        var vendor = request.Vendor ?? (line.Vendor == default ? null : line.Vendor);
        if (PolicyOf(campaign, vendor, at) is not { } policy)
        {
            return surroundings.Fail(
                ExitCode.WrongInput,
                $"'{vendor}' has no contract in the campaign '{id}'; it has: "
                    + $"{string.Join(", ", campaign.Policies.Keys.Select(known => known.ToString()).Order(StringComparer.Ordinal))}");
        }

        var draft = new LeadDraft(campaign.Layout);
        if (JsonLead.Read(line.Body.At(at).Span, draft) is { } unreadable)
        {
            return surroundings.Fail(ExitCode.WrongInput, unreadable.Detail);
        }

        var explained = LeadExplainer.Explain(campaign, policy, draft, at, request.Facts);
        if (explained.Explanation is null)
        {
            return surroundings.Fail(ExitCode.WrongInput, explained.Problem!);
        }

        var report = ExplainReport.Of(campaign, policy, explained, at, line.Expect);
        if (request.Json)
        {
            surroundings.Out.WriteJsonLine(report, ExplainJson.Default.ExplainReport);
        }
        else
        {
            ExplainTable.Write(surroundings, report);
        }

        return ExitCode.Done;
    }

    /// <summary>Loads the campaign; null, and everything that is wrong is said, if it cannot be.</summary>
    private Campaign? Load(string path, DateTimeOffset at)
    {
        if (!File.Exists(path))
        {
            surroundings.Fail(
                ExitCode.WrongInput,
                $"{path}: there is no such campaign; name it with --campaign ID and its folder with --campaigns FOLDER");
            return null;
        }

        var files = new CampaignCheck(at, surroundings.ReadPermissions()).Run([path]);
        foreach (var mistake in files.SelectMany(file => file.Mistakes))
        {
            surroundings.Fail(ExitCode.WrongInput, mistake.ToString());
        }

        return files.Any(file => file.Mistakes.Count > 0) ? null : files[^1].Campaign;
    }

    private static Policy? PolicyOf(Campaign campaign, VendorId? vendor, DateTimeOffset at) =>
        vendor is not { } named ? campaign.PolicyWithoutContract
        : campaign.TryFindPolicy(named, at, out var policy) ? policy
        : null;
}
