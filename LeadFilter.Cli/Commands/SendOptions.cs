using System.CommandLine;
using LeadFilter.Cli.Sending;
using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Vendors;

namespace LeadFilter.Cli.Commands;

/// <summary>What stands behind <c>leadfilter send</c>.</summary>
internal sealed class SendOptions
{
    /// <summary>The most leads at once.</summary>
    private const int MaxConcurrency = 1024;

    private readonly Argument<string> file = new("FILE")
    {
        Description = "NDJSON (.ndjson, .jsonl) or CSV (.csv); - reads NDJSON from the standard input",
    };

    private readonly Option<Uri> url = SharedOptions.Url();
    private readonly Option<CampaignId> campaign = SharedOptions.Campaign();
    private readonly Option<int> concurrency = new("--concurrency")
    {
        Description = $"How many leads are sent at once, 1 to {MaxConcurrency}",
        HelpName = "N",
        DefaultValueFactory = _ => 16,
    };

    private readonly Option<VendorKey[]> keys = new("--key")
    {
        Description = "A vendor's key; may be given several times. The default is LEADFILTER_KEY_VENDOR, or on this machine "
            + "VENDOR-demo-key",
        HelpName = "VENDOR=KEY",
        AllowMultipleArgumentsPerToken = false,
        CustomParser = result =>
        {
            var given = result.Tokens.Select(token => VendorKey.Parse(token.Value)).ToArray();
            if (given.Contains(null))
            {
                result.AddError("--key: give VENDOR=KEY, such as acme=acme-demo-key");
            }

            return [.. given.OfType<VendorKey>()];
        },
    };

    private readonly Option<VendorId?> vendor = new("--vendor")
    {
        Description = "Who sends the lines that do not say _vendor",
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

    private readonly Option<bool> check = new("--check")
    {
        Description = "Compare each answer with the line's _expect, list what differs, and exit 1 if anything does",
    };

    private readonly Option<bool> json = SharedOptions.Json("Write the result as one JSON document");

    private SendOptions() => concurrency.Validators.Add(result =>
    {
        if (result.Tokens is [var token] && !(int.TryParse(token.Value, out var given) && given is >= 1 and <= MaxConcurrency))
        {
            result.AddError($"--concurrency: give a number from 1 to {MaxConcurrency}");
        }
    });

    /// <summary>Adds the options to a command.</summary>
    /// <param name="command">The command.</param>
    /// <param name="run">Runs it.</param>
    public static void AddTo(Command command, Func<SendRequest, CancellationToken, Task<int>> run)
    {
        var options = new SendOptions();
        command.Arguments.Add(options.file);
        foreach (var option in (Option[])
            [options.url, options.campaign, options.vendor, options.keys, options.concurrency, options.check, options.json])
        {
            command.Options.Add(option);
        }

        command.SetAction((parsed, cancellation) => run(options.Read(parsed), cancellation));
    }

    private SendRequest Read(ParseResult parsed) => new()
    {
        File = parsed.GetRequiredValue(file),
        Url = parsed.GetRequiredValue(url),
        Campaign = parsed.GetRequiredValue(campaign),
        DefaultVendor = parsed.GetValue(vendor),
        Keys = parsed.GetValue(keys) ?? [],
        Concurrency = parsed.GetRequiredValue(concurrency),
        Check = parsed.GetValue(check),
        Json = parsed.GetValue(json),
    };
}
