using System.Collections.Frozen;
using LeadFilter.Core.Campaigns.Loading.Lists;
using LeadFilter.Core.Campaigns.Loading.Lookups;
using LeadFilter.Core.Campaigns.Loading.Rules;
using LeadFilter.Core.Campaigns.Warnings;
using LeadFilter.Core.Decisions;
using LeadFilter.Core.Files;
using LeadFilter.Core.Permissions;
using LeadFilter.Core.Prices;
using LeadFilter.Core.Rules;
using LeadFilter.Core.Vendors;

namespace LeadFilter.Core.Campaigns.Loading;

/// <summary>Reads a campaign file: checks it, compiles it for each vendor, and tries it on its own examples.</summary>
public static class CampaignLoader
{
    private static readonly string[] Keys =
    [
        "$schema", "campaign", "version", "enabled", IncludeReader.Key,
        "timeZone", "region", "dates",
        "fields", "aliases", "lists", "conditions",
        "rules", RuleReader.OnUnreadable,
        "lookups",
        "duplicates", "suppression",
        "caps", "hours",
        "score",
        "prices", "floor", "noBid",
        "delivery", "outcomes", ReturnsReader.Key, OptOutsReader.Key,
        "vendors",
        "exampleBase", "examples",
    ];

    /// <summary>Reads a file.</summary>
    /// <param name="file">Its name, for messages; the part before <c>.json</c> is the campaign's id.</param>
    /// <param name="utf8">Its bytes.</param>
    /// <param name="vendors">The vendors that contracts may name; null if they are not known, so that any may be named.</param>
    /// <param name="source">Where the files of <c>lists</c> and <c>include</c> come from; null if there are none.</param>
    /// <param name="now">The time against which to warn of trials that have ended; null not to warn of them.</param>
    /// <param name="permissions">What the operator lets campaigns do; null: what holds without any setting.</param>
    public static LoadResult<Campaign> Load(
        string file,
        ReadOnlySpan<byte> utf8,
        VendorDirectory? vendors,
        ListSource? source = null,
        DateTimeOffset? now = null,
        OperatorPermissions? permissions = null)
    {
        permissions ??= OperatorPermissions.Default;
        var mistakes = new MistakeList(file);
        if (FileParser.Parse(utf8, mistakes) is not { } own)
        {
            return new(null, mistakes.InOrder);
        }

        own.OnlyKeys(mistakes, Keys);
        var root = new IncludeReader(file, source, mistakes).Merge(own);
        var id = ReadId(root, file, mistakes);
        var version = root.Required("version", mistakes, "Add \"version\": \"2026-11-01.1\"; it is logged with every decision")
            .AsText(mistakes);
        var isEnabled = root.Find("enabled") is not { } enabled || enabled.AsFlag(mistakes);
        var locale = new LocaleReader(mistakes).Read(root);
        var lookupSection = new LookupSection(root.Find("lookups"), mistakes);
        var listFields = SuppressionReader.ReadFields(root.Find("suppression"));
        var layout = new LayoutReader(mistakes).Read(
            locale,
            root.Find("fields"),
            root.Find("aliases"),
            [.. listFields, .. OptOutsReader.ReadFields(root.Find(OptOutsReader.Key), listFields), .. lookupSection.Fields]);
        var lists = new ListReader(root.Find("lists"), file, source, mistakes);
        lists.ReadNames();
        var conditions = new ConditionReader(layout, lists, root.Find("conditions"), locale.TimeZone, mistakes);
        var ruleReader = new RuleReader(
            conditions,
            RuleReader.ReadOnUnreadable(root.Find(RuleReader.OnUnreadable), mistakes),
            mistakes);
        var ownRules = ruleReader.ReadRules(root.Required("rules", mistakes, "Add \"rules\": [ … ]"));
        var lookups = lookupSection.Read(conditions, ruleReader, ownRules, permissions.Secrets);
        var (suppression, suppressionRules) = new SuppressionReader(mistakes).Read(
            root.Find("suppression"),
            layout,
            conditions,
            ruleReader);
        var (optOuts, optOutRule) = new OptOutsReader(mistakes).Read(root.Find(OptOutsReader.Key), suppression, layout);
        IReadOnlyList<Rule> rules = [.. ownRules, .. suppressionRules, .. lookups.Rules, .. optOutRule is null ? (Rule[])[] : [optOutRule]];
        var score = new ScoreReader(conditions, ruleReader, mistakes).Read(root.Find("score"));
        var priceReader = new PriceReader(conditions, ruleReader, vendors, mistakes);
        var noBid = priceReader.ReadNoBid(root.Find("noBid"));
        var prices = priceReader.ReadPrices(root.Find("prices"), root.Find("score") is not null, root.Find("noBid") is not null);
        var floor = priceReader.ReadPrice(root.Find("floor"));
        var (duplicates, duplicateGrounds) = new DuplicatesReader(conditions, ruleReader, mistakes).Read(root.Find("duplicates"));
        var capsReader = new CapsReader(conditions, ruleReader, mistakes);
        var caps = capsReader.Read(root.Find("caps"));
        var hoursReader = new HoursReader(ruleReader, conditions, locale.TimeZone, mistakes);
        var hours = hoursReader.Read(root.Find("hours"), "hours");
        var delivery = new DeliveryReader(conditions.Operands, lists, permissions.Secrets, mistakes)
            .Read(root.Required("delivery", mistakes, "Add \"delivery\": { \"type\": \"webhook\", \"url\": \"https://…\" }"));
        var outcomes = new OutcomesReader(mistakes).Read(root.Find("outcomes"));
        var contracts = new ContractReader(
            conditions,
            ruleReader,
            priceReader,
            capsReader,
            hoursReader,
            hours,
            new ReturnsReader(root.Find(ReturnsReader.Key), mistakes),
            vendors,
            locale.TimeZone,
            mistakes)
            .Read(root.Required("vendors", mistakes, "Add \"vendors\": { \"VENDOR\": { } }; without it nobody may send leads"));
        conditions.Finish();
        lists.WarnOfUnused();
        if (mistakes.Count > 0 || id is not { } known || version is null || delivery is null)
        {
            return new(null, mistakes.InOrder);
        }

        var terms = new Terms
        {
            IsEnabled = isEnabled,
            Rules = rules,
            Prices = prices,
            Floor = floor ?? default,
            NoBid = noBid,
            Score = score,
            Duplicates = duplicateGrounds,
            Caps = caps,
            Hours = hours,
        };
        var policy = new Policy(terms);
        var campaign = new Campaign
        {
            Id = known,
            Version = version,
            Locale = locale,
            TimeZone = locale.TimeZone,
            Layout = layout,
            Draws = conditions.Draws,
            Rules = rules,
            Lookups = lookups.Plans,
            DecidingGrounds =
            [
                .. rules.Concat(contracts.SelectMany(static contract => contract.Rules)).Select(static rule => rule.Ground),
                .. rules.SelectMany(static rule => rule.UnreadableGrounds()).Select(static unreadable => unreadable.Ground),
                .. new[] { score?.Ground, noBid }.OfType<Ground>(),
                .. prices.Concat(contracts.Select(static contract => contract.Price).OfType<PriceRule>())
                    .SelectMany(static price => price.Asked?.Grounds ?? []),
                .. contracts.Select(static contract => contract.Hours).Append(hours).OfType<Rule>().Select(static rule => rule.Ground),
            ],
            Delivery = delivery,
            Outcomes = outcomes,
            Duplicates = duplicates,
            Caps = caps,
            Suppression = [.. suppression.Where(list => list != optOuts.Check)],
            OptOuts = optOuts,
            PolicyWithoutContract = policy,
            BuysAgain = contracts.Any(static contract => contract.Returns is { Again: true }),
            Policies = contracts.ToFrozenDictionary(contract => contract.Vendor, policy.Under),
        };
        var examples = new ExampleRunner(campaign, mistakes);
        examples.Run(root.Find("exampleBase"), root.Find("examples"));
        if (mistakes.Count > 0)
        {
            return new(null, mistakes.InOrder);
        }

        new Inspection
        {
            Campaign = campaign,
            Terms = terms,
            Root = root,
            Shown = examples.Shown,
            Now = now,
            Permissions = permissions,
            Mistakes = mistakes,
        }.Run();
        return new(campaign, []) { Warnings = mistakes.Warnings };
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
            mistakes.Add(node!, $"'{text}' is not a valid campaign id", $"Write {Slug.Form}");
            return null;
        }

        var name = file[(file.LastIndexOfAny(['/', '\\']) + 1)..];
        if (name != $"{id}.json")
        {
            mistakes.Add(node!, $"the file is called '{name}', the campaign '{id}'", $"Call the file {id}.json, or correct 'campaign'");
        }

        return id;
    }
}
