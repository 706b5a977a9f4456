using System.Collections.Frozen;
using LeadFilter.Core.Campaigns.Loading.Lookups;
using LeadFilter.Core.Files;
using LeadFilter.Core.Rules;
using LeadFilter.Core.Vendors;

namespace LeadFilter.Core.Campaigns.Loading;

/// <summary>Reads a campaign file: checks it, compiles it for each vendor, and tries it on its own examples.</summary>
public static class CampaignLoader
{
    /// <summary>Reads a file.</summary>
    /// <param name="file">Its name, for messages; the part before <c>.json</c> is the campaign's id.</param>
    /// <param name="utf8">Its bytes.</param>
    /// <param name="vendors">The vendors that contracts may name; null if they are not known, so that any may be named.</param>
    public static LoadResult<Campaign> Load(string file, ReadOnlySpan<byte> utf8, VendorDirectory? vendors)
    {
        var mistakes = new MistakeList(file);
        if (FileParser.Parse(utf8, mistakes) is not { } root)
        {
            return new(null, mistakes.InOrder);
        }

        root.OnlyKeys(
            mistakes, "$schema", "campaign", "version", "timeZone", "region", "fields", "aliases", "rules", "lookups", "duplicates", "prices", "delivery", "vendors", "examples");
        var id = ReadId(root, file, mistakes);
        var version = root.Required("version", mistakes, "Add \"version\": \"2026-11-01.1\"; it is logged with every decision").AsText(mistakes);
        var timeZone = ReadTimeZone(root.Find("timeZone"), mistakes);
        var lookupSection = new LookupSection(root.Find("lookups"), mistakes);
        var layout = new LayoutReader(mistakes).Read(root.Find("region"), root.Find("fields"), root.Find("aliases"), lookupSection.Fields);
        var conditions = new ConditionReader(layout, mistakes);
        var ruleReader = new RuleReader(conditions, mistakes);
        var rules = ruleReader.ReadRules(root.Required("rules", mistakes, "Add \"rules\": [ … ]"));
        var lookups = lookupSection.Read(conditions, ruleReader, rules);
        var prices = ruleReader.ReadPrices(root.Find("prices"));
        var (duplicates, duplicateGround) = new DuplicatesReader(conditions, ruleReader, mistakes).Read(root.Find("duplicates"));
        var delivery = new DeliveryReader(conditions, mistakes)
            .Read(root.Required("delivery", mistakes, "Add \"delivery\": { \"type\": \"webhook\", \"url\": \"https://…\" }"));
        var contracts = new ContractReader(ruleReader, vendors, mistakes)
            .Read(root.Required("vendors", mistakes, "Add \"vendors\": { \"VENDOR\": { } }; without it nobody may send leads"));
        if (mistakes.Count > 0 || id is not { } known || version is null || delivery is null)
        {
            return new(null, mistakes.InOrder);
        }

        var policy = new Policy([.. rules, .. lookups.Rules], prices, duplicateGround, null);
        var campaign = new Campaign
        {
            Id = known,
            Version = version,
            TimeZone = timeZone,
            Layout = layout,
            Rules = [.. rules, .. lookups.Rules],
            Lookups = lookups.Plans,
            Delivery = delivery,
            Duplicates = duplicates,
            PolicyWithoutContract = policy,
            Policies = contracts.ToFrozenDictionary(contract => contract.Vendor, policy.Under),
        };
        new ExampleRunner(campaign, mistakes).Run(root.Find("examples"));
        return new(mistakes.Count == 0 ? campaign : null, mistakes.InOrder);
    }

    private static CampaignId? ReadId(FileNode root, string file, MistakeList mistakes)
    {
        var node = root.Required("campaign", mistakes, "Add \"campaign\": the file's name without .json");
        if (node.AsText(mistakes) is not { } text)
        {
            return null;
        }

        if (!CampaignId.TryParse(text, out var id))
        {
            mistakes.Add(node!, $"'{text}' is no campaign id", $"Write {Slug.Form}");
            return null;
        }

        var name = file[(file.LastIndexOfAny(['/', '\\']) + 1)..];
        if (name != $"{id}.json")
        {
            mistakes.Add(node!, $"the file is called '{name}', the campaign '{id}'", $"Call the file {id}.json, or mend 'campaign'");
        }

        return id;
    }

    private static TimeZoneInfo ReadTimeZone(FileNode? node, MistakeList mistakes)
    {
        if (node.AsText(mistakes) is not { } name)
        {
            return TimeZoneInfo.Utc;
        }

        if (TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone))
        {
            return zone;
        }

        mistakes.Add(node!, $"there is no time zone '{name}'", "Write an IANA name such as America/New_York");
        return TimeZoneInfo.Utc;
    }
}
