using System.CommandLine;
using System.CommandLine.Parsing;
using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Decisions;
using LeadFilter.Core.Vendors;

namespace LeadFilter.Cli.Commands.Decisions;

/// <summary>What stands behind <c>leadfilter rejections</c> and <c>leadfilter decisions</c>.</summary>
internal sealed class LogOptions
{
    private readonly TimeProvider clock;
    private readonly Option<CampaignId> campaign = SharedOptions.Campaign();
    private readonly Argument<CampaignId> campaignArgument = new("CAMPAIGN")
    {
        Description = "The campaign",
        CustomParser = result => CampaignId.TryParse(result.Tokens[0].Value, out var id)
            ? id
            : Wrong<CampaignId>(result, "CAMPAIGN: an id is 1 to 64 of a-z, 0-9, '-' and '_'") ?? default,
    };

    private readonly Option<string?> outcome = new("--outcome")
    {
        Description = "Only leads with this outcome",
        HelpName = "success|failure",
        CustomParser = result =>
        {
            if (result.Tokens[0].Value is "success" or "failure")
            {
                return result.Tokens[0].Value;
            }

            result.AddError("--outcome: give success or failure");
            return null;
        },
    };

    private readonly Option<string?> source = new("--source") { Description = "Only leads of this source", HelpName = "SOURCE" };
    private readonly Option<string?> rule = new("--rule") { Description = "Only leads with a finding of this rule", HelpName = "ID" };
    private readonly Option<string?> effect = new("--effect")
    {
        Description = "Only leads with a finding of this effect: reject, or one that changed nothing",
        HelpName = "reject|waived|trial|shadow|touchpoint",
        CustomParser = result =>
        {
            if (result.Tokens[0].Value is "reject" or "waived" or "trial" or "shadow" or "touchpoint")
            {
                return result.Tokens[0].Value;
            }

            result.AddError("--effect: give reject, waived, trial, shadow or touchpoint");
            return null;
        },
    };

    private readonly Option<bool> csv = new("--csv") { Description = "Write CSV, for a spreadsheet" };
    private readonly Option<Uri> url = SharedOptions.Url();
    private readonly Option<string> folder = SharedOptions.Folder();
    private readonly Option<bool> json = SharedOptions.Json("Write one JSON object per line (NDJSON), as the filter gives them");
    private readonly Option<bool> all = new("--all") { Description = "List all, page by page; --limit is then the size of a page" };
    private readonly Option<string?> key = SharedOptions.AdminKey();
    private readonly Option<VendorId?> vendor = new("--vendor")
    {
        Description = "Only leads of this vendor",
        HelpName = "ID",
        CustomParser = result => VendorId.TryParse(result.Tokens[0].Value, out var id)
            ? id
            : Wrong<VendorId>(result, "--vendor: an id is 1 to 64 of a-z, 0-9, '-' and '_'"),
    };

    private readonly Option<ReasonCode?> reason = new("--reason")
    {
        Description = "Only leads with this reason code",
        HelpName = "CODE",
        CustomParser = result => ReasonCode.TryParse(result.Tokens[0].Value, out var code)
            ? code
            : Wrong<ReasonCode>(result, $"--reason: a code is {ReasonCode.Form}"),
    };

    private readonly Option<int> limit = new("--limit")
    {
        Description = $"How many to list, 1 to {LogQuery.MaxPageSize}",
        HelpName = "N",
        DefaultValueFactory = _ => 50,
    };

    private readonly Option<DateTimeOffset?> from;
    private readonly Option<DateTimeOffset?> to;

    private readonly LogView view;

    /// <summary>Makes the options.</summary>
    /// <param name="clock">The time from which ages count.</param>
    /// <param name="view">The list for which they are.</param>
    public LogOptions(TimeProvider clock, LogView view)
    {
        this.clock = clock;
        this.view = view;
        from = Time("--from", "Only from this time on: a time, a day (UTC), or an age such as 24h");
        to = Time("--to", "Only before this time");
        limit.Validators.Add(result =>
        {
            if (result.Tokens is [var token]
                && !(int.TryParse(token.Value, out var given) && given is >= 1 and <= LogQuery.MaxPageSize))
            {
                result.AddError($"--limit: give a number from 1 to {LogQuery.MaxPageSize}");
            }
        });
    }

    /// <summary>Adds the options to a command.</summary>
    /// <param name="command">The command.</param>
    /// <param name="run">Runs it.</param>
    public void AddTo(Command command, Func<LogRequest, CancellationToken, Task<int>> run)
    {
        if (HasOutcomes)
        {
            command.Arguments.Add(campaignArgument);
        }

        foreach (var option in (Option[])
        [
            HasOutcomes ? outcome : campaign, vendor, source, reason, rule, from, to, limit, all, url, key, folder, csv, json,
        ])
        {
            command.Options.Add(option);
        }

        if (HasOutcomes)
        {
            command.Options.Add(effect);
        }

        command.Validators.Add(result =>
        {
            if (result.GetValue(csv) && result.GetValue(json))
            {
                result.AddError("--csv and --json exclude each other: give one of them");
            }
        });
        command.SetAction((parsed, cancellation) => run(Read(parsed), cancellation));
    }

    private bool HasOutcomes => view == LogView.Decisions;

    private static T? Wrong<T>(ArgumentResult result, string message)
        where T : struct
    {
        result.AddError(message);
        return null;
    }

    private Option<DateTimeOffset?> Time(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "TIME",
        CustomParser = result => TimeBound.TryParse(result.Tokens[0].Value, clock.GetUtcNow(), out var time)
            ? time
            : Wrong<DateTimeOffset>(result, $"{name}: give {TimeBound.Form}"),
    };

    private LogRequest Read(ParseResult parsed) => new()
    {
        Url = parsed.GetRequiredValue(url),
        Key = parsed.GetValue(key),
        Folder = parsed.GetRequiredValue(folder),
        Limit = parsed.GetRequiredValue(limit),
        All = parsed.GetValue(all),
        Csv = parsed.GetValue(csv),
        Json = parsed.GetValue(json),
        Query = new LogQuery
        {
            Campaign = HasOutcomes ? parsed.GetRequiredValue(campaignArgument) : parsed.GetRequiredValue(campaign),
            Vendor = parsed.GetValue(vendor),
            Outcome = HasOutcomes ? parsed.GetValue(outcome) : null,
            Source = parsed.GetValue(source),
            Reason = parsed.GetValue(reason),
            Rule = parsed.GetValue(rule),
            Effect = HasOutcomes ? parsed.GetValue(effect) : null,
            From = parsed.GetValue(from),
            To = parsed.GetValue(to),
        },
    };
}
