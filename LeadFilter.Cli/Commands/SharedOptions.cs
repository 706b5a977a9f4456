using System.CommandLine;
using System.Diagnostics.CodeAnalysis;
using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Leads;
using LeadFilter.Core.Fields.Times;

namespace LeadFilter.Cli.Commands;

/// <summary>Options that several commands have, worded and read alike.</summary>
internal static class SharedOptions
{
    /// <summary>The id of a lead.</summary>
    public static Argument<string> Lead() => new("ID")
    {
        Description = "The lead's id, as the vendor was answered it: 32 hex digits",
        CustomParser = static result =>
        {
            var text = result.Tokens[0].Value.ToLowerInvariant();
            if (!LeadId.TryParse(text, out _))
            {
                result.AddError("ID: the id of a lead is 32 hex digits");
            }

            return text;
        },
    };

    /// <summary>Where <c>serve</c> listens by default.</summary>
    public static readonly Uri DefaultUrl = new("http://127.0.0.1:7071");

    /// <summary>Where campaigns and vendors lie by default.</summary>
    public const string DefaultCampaigns = "campaigns";

    /// <summary>The address of the filter.</summary>
    public static Option<Uri> Url() => new("--url")
    {
        Description = "The address of the filter",
        HelpName = "URL",
        DefaultValueFactory = _ => DefaultUrl,
        CustomParser = result =>
        {
            if (IsFilter(result.Tokens[0].Value, out var url))
            {
                return url;
            }

            result.AddError("--url: give an address such as http://127.0.0.1:7071");
            return DefaultUrl;
        },
    };

    /// <summary>The address of a filter elsewhere, for commands that else work on the data folder.</summary>
    public static Option<Uri?> OtherFilter() => new("--url")
    {
        Description = "The address of a filter elsewhere, to work through its admin API instead of on the data folder",
        HelpName = "URL",
        CustomParser = result =>
        {
            if (IsFilter(result.Tokens[0].Value, out var url))
            {
                return url;
            }

            result.AddError("--url: give an address such as http://127.0.0.1:7071");
            return null;
        },
    };

    /// <summary>The campaign.</summary>
    public static Option<CampaignId> Campaign() => new("--campaign")
    {
        Description = "The campaign",
        HelpName = "ID",
        DefaultValueFactory = _ => CampaignId.TryParse("solar", out var solar) ? solar : default,
        CustomParser = result =>
        {
            if (!CampaignId.TryParse(result.Tokens[0].Value, out var id))
            {
                result.AddError("--campaign: an id is 1 to 64 of a-z, 0-9, '-' and '_'");
            }

            return id;
        },
    };

    /// <summary>The folder of a filter that runs on this machine.</summary>
    public static Option<string> Folder() => new("--data")
    {
        Description = "The data folder of the filter",
        HelpName = "FOLDER",
        DefaultValueFactory = _ => ".leadfilter",
    };

    /// <summary>The folder of campaign files.</summary>
    /// <param name="name">The option's name.</param>
    public static Option<string> Campaigns(string name)
    {
        var option = new Option<string>(name)
        {
            Description = "The folder with the campaigns and vendors",
            HelpName = "FOLDER",
            DefaultValueFactory = _ => DefaultCampaigns,
        };
        option.Validators.Add(result =>
        {
            if (string.IsNullOrWhiteSpace(result.GetValueOrDefault<string>()))
            {
                result.AddError($"{name}: name a folder");
            }
        });
        return option;
    }

    /// <summary>A point in time.</summary>
    /// <param name="description">What it is for.</param>
    public static Option<DateTimeOffset?> At(string description) => new("--at")
    {
        Description = description,
        HelpName = "TIME",
        CustomParser = result =>
        {
            var time = TimestampType.Instance.Standardize(result.Tokens[0].Value);
            if (time.IsValid)
            {
                return DateTimeOffset.FromUnixTimeMilliseconds((long)time.Number);
            }

            result.AddError("--at: give a time such as 2026-11-22T17:00:00Z");
            return null;
        },
    };

    /// <summary>The key of the buyer's own people.</summary>
    public static Option<string?> AdminKey() => new("--admin-key")
    {
        Description = $"The admin key; by default {Admin.AdminKey.Variable}, or {Admin.AdminKey.FileName} in the data folder",
        HelpName = "KEY",
    };

    /// <summary>Whether a program reads the output.</summary>
    /// <param name="description">The form of the output.</param>
    public static Option<bool> Json(string description) => new("--json") { Description = description };

    private static bool IsFilter(string text, [NotNullWhen(true)] out Uri? url) =>
        Uri.TryCreate(text, UriKind.Absolute, out url)
        && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps)
        && url.Query is "" && url.Fragment is "";
}
