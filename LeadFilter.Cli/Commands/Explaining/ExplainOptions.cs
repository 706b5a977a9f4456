using System.CommandLine;
using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Vendors;

namespace LeadFilter.Cli.Commands.Explaining;

/// <summary>What stands behind <c>leadfilter explain</c>.</summary>
internal sealed class ExplainOptions
{
    private readonly Argument<string> file = new("FILE")
    {
        Description = "A lead as JSON (.json), or a file of leads as `send` takes it (.ndjson, .jsonl, .csv); - reads the standard input",
    };

    private readonly Option<int?> line = new("--line")
    {
        Description = "The line, in a file of several leads; by default the first lead",
        HelpName = "N",
    };

    private readonly Option<string> campaigns = SharedOptions.Campaigns("--campaigns");
    private readonly Option<CampaignId> campaign = SharedOptions.Campaign();
    private readonly Option<VendorId?> vendor = new("--vendor")
    {
        Description = "The vendor whose contract applies; by default the lead's _vendor. Without a vendor, every rule counts",
        HelpName = "ID",
        CustomParser = result =>
        {
            if (VendorId.TryParse(result.Tokens[0].Value, out var id))
            {
                return id;
            }

            result.AddError("--vendor: an id is 1 to 64 of a-z, 0-9, '-' and '_'");
            return null;
        },
    };

    private readonly Option<DateTimeOffset?> at = SharedOptions.At("When the lead is received; by default now");
    private readonly Option<KeyValuePair<string, string>[]> facts = new("--fact")
    {
        Description = "What a look-up would find, such as suppression.customers=true, or what the lead draws, such as share.person=5; "
            + "may be given several times",
        HelpName = "NAME=VALUE",
        AllowMultipleArgumentsPerToken = false,
        CustomParser = result =>
        {
            var given = result.Tokens.Select(token => token.Value.Split('=', 2)).ToList();
            if (given.Exists(one => one.Length < 2 || one[0].Length == 0))
            {
                result.AddError("--fact: give NAME=VALUE, such as suppression.customers=true");
                return [];
            }

            return [.. given.Select(one => KeyValuePair.Create(one[0], one[1]))];
        },
    };

    private readonly Option<bool> json = SharedOptions.Json("Write the explanation as one JSON document");

    private ExplainOptions() => line.Validators.Add(result =>
    {
        if (result.Tokens is [var token] && !(int.TryParse(token.Value, out var given) && given >= 1))
        {
            result.AddError("--line: give a line's number, from 1");
        }
    });

    /// <summary>Adds the options to a command.</summary>
    /// <param name="command">The command.</param>
    /// <param name="run">Runs it.</param>
    public static void AddTo(Command command, Func<ExplainRequest, CancellationToken, Task<int>> run)
    {
        var options = new ExplainOptions();
        command.Arguments.Add(options.file);
        foreach (var option in (Option[])
            [options.campaign, options.vendor, options.at, options.facts, options.line, options.campaigns, options.json])
        {
            command.Options.Add(option);
        }

        command.SetAction((parsed, cancellation) => run(options.Read(parsed), cancellation));
    }

    private ExplainRequest Read(ParseResult parsed) => new()
    {
        File = parsed.GetRequiredValue(file),
        Line = parsed.GetValue(line),
        Campaigns = parsed.GetRequiredValue(campaigns),
        Campaign = parsed.GetRequiredValue(campaign),
        CampaignGiven = parsed.GetResult(campaign) is { Implicit: false },
        Vendor = parsed.GetValue(vendor),
        At = parsed.GetValue(at),
        Facts = parsed.GetValue(facts) ?? [],
        Json = parsed.GetValue(json),
    };
}
