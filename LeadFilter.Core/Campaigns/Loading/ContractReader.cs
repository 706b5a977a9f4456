using System.Globalization;
using LeadFilter.Core.Campaigns.Loading.Rules;
using LeadFilter.Core.Conditions;
using LeadFilter.Core.Decisions;
using LeadFilter.Core.Files;
using LeadFilter.Core.Rules;
using LeadFilter.Core.Vendors;

namespace LeadFilter.Core.Campaigns.Loading;

/// <summary>Reads the section <c>vendors</c>: each vendor's contract in this campaign.</summary>
internal sealed class ContractReader(
    ConditionReader conditions,
    RuleReader rules,
    PriceReader prices,
    CapsReader caps,
    HoursReader hours,
    Rule? campaignHours,
    ReturnsReader returns,
    VendorDirectory? vendors,
    TimeZoneInfo timeZone,
    MistakeList mistakes)
{
    private const string Source = "source";

    public static void AddUnknownVendor(FileNode node, string name, VendorDirectory? vendors, MistakeList mistakes)
    {
        var closest = Suggestion.Closest(name, [.. (vendors?.All ?? []).Select(known => known.Id.ToString())]);
        mistakes.Add(
            node,
            $"there is no vendor '{name}'",
            closest is null
                ? "Add the vendor to vendors.json first"
                : $"Write '{closest}' if you meant that, otherwise add the vendor to vendors.json");
    }

    public IReadOnlyList<Contract> Read(FileNode? section)
    {
        var contracts = new List<Contract>();
        foreach (var (name, node) in section.AsObject(mistakes)?.Members ?? [])
        {
            if (!VendorId.TryParse(name, out var vendor) || vendors?.Contains(vendor) == false)
            {
                AddUnknownVendor(node, name, vendors, mistakes);
            }
            else if (node.AsObject(mistakes) is not null)
            {
                contracts.Add(ReadContract(vendor, node));
            }
        }

        return contracts;
    }

    private Contract ReadContract(VendorId vendor, FileNode node)
    {
        node.OnlyKeys(
            mistakes,
            "price",
            "floor",
            "exclusive",
            "rejects",
            "mode",
            "trialUntil",
            "paused",
            "pausedSources",
            "sources",
            "override",
            "duplicates",
            "caps",
            "hours",
            QuotaReader.QuestionsKey,
            QuotaReader.TestsKey,
            "testsNameLists",
            ReturnsReader.Key);
        var (price, floor) = (prices.ReadAgreed(node.Find("price")), prices.ReadPrice(node.Find("floor")));
        if (price?.Price < floor)
        {
            mistakes.Add(
                node.Find("price")!,
                $"the price ({price.Price}) is less than the floor ({floor})",
                "Raise it, or remove one of the two");
        }

        var trial = node.Find("mode").AsWord(mistakes, "live", "trial") == "trial";
        if (node.Find("trialUntil") is { } untilNode && !trial)
        {
            mistakes.Add(untilNode, "this vendor is not on trial", "Add \"mode\": \"trial\", or remove this");
        }

        var (quotas, paused) = (new QuotaReader(mistakes), node.Find("paused").AsFlag(mistakes));
        return new(vendor)
        {
            Price = price,
            Floor = floor,
            Exclusive = node.Find("exclusive") is { } exclusive ? exclusive.AsFlag(mistakes) : null,
            Rejects = ReadCategories(node.Find("rejects")),
            Duplicates = DuplicatesReader.ReadAction(node.Find("duplicates"), mistakes),
            Trial = trial,
            TrialEnd = ReadEnd(node.Find("trialUntil")),
            Rules = ReadRules(node, paused),
            Overrides = ReadOverrides(node.Find("override")),
            Caps = caps.Read(node.Find("caps"), vendor),
            Hours = hours.Read(node.Find("hours"), $"vendors.{vendor}.hours", campaignHours),
            Questions = quotas.ReadQuestions(node, vendor, paused),
            Tests = quotas.ReadTests(node, vendor),
            TestsNameLists = node.Find("testsNameLists").AsFlag(mistakes),
            Returns = returns.Read(node.Find(ReturnsReader.Key)),
        };
    }

    private HashSet<Category>? ReadCategories(FileNode? list)
    {
        if (list is null)
        {
            return null;
        }

        var categories = new HashSet<Category>();
        foreach (var item in list.AsArray(mistakes))
        {
            if (item.AsWord(mistakes, [.. CategoryName.All]) is { } name && CategoryName.TryParse(name, out var category))
            {
                categories.Add(category);
            }
        }

        return categories;
    }

    /// <summary>The end of a day in the campaign's time zone.</summary>
    private DateTimeOffset? ReadEnd(FileNode? node)
    {
        if (node.AsText(mistakes) is not { } text)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day < DateOnly.MaxValue)
        {
            var midnight = day.AddDays(1).ToDateTime(TimeOnly.MinValue);
            return new(midnight, timeZone.GetUtcOffset(midnight));
        }

        mistakes.Add(node!, $"'{text}' is not a day", "Write the last day of the trial like 2026-12-31");
        return null;
    }

    /// <summary>
    /// A pause and the agreed sources. The contract itself says them, so they hold whatever it says of categories, and for a
    /// vendor on trial.
    /// </summary>
    private List<Rule> ReadRules(FileNode node, bool isPaused)
    {
        var found = new List<Rule>();
        if (isPaused)
        {
            found.Add(RuleOf(
                "paused",
                Category.Capacity,
                ReasonCode.VendorPaused,
                "We take no leads from you for now",
                new ConditionGroup(GroupKind.None, []),
                false));
        }

        if (ReadSources(node.Find("pausedSources")) is { } paused)
        {
            found.Add(RuleOf(
                "paused-sources",
                Category.Capacity,
                ReasonCode.SourcePaused,
                "We take no leads of this source for now",
                SourceTest("in", paused),
                false));
        }

        if (ReadSources(node.Find("sources")) is { } allowed)
        {
            found.Add(RuleOf(
                "sources",
                Category.LeadType,
                ReasonCode.SourceNotAllowed,
                "The lead's source is not one of those in your contract",
                SourceTest("not in", allowed),
                true));
        }

        return found;
    }

    private static Rule RuleOf(
        string id,
        Category category,
        ReasonCode reason,
        string text,
        Condition condition,
        bool rejectIndeterminate) =>
        new(new($"contract:{id}", category, reason, text, RuleMode.Enforced) { Always = true }, condition, rejectIndeterminate);

    private FieldTest SourceTest(string word, IReadOnlyList<Constant> sources)
    {
        Operator.TryFind(word, out var found);
        return new(conditions.Operands.Standard(Source), found!, sources);
    }

    private List<Constant>? ReadSources(FileNode? list)
    {
        if (list is null)
        {
            return null;
        }

        var type = conditions.Operands.Standard(Source).Type;
        var sources = new List<Constant>();
        foreach (var item in list.AsArray(mistakes))
        {
            if (item.AsText(mistakes) is { } text)
            {
                var value = type.Standardize(text);
                sources.Add(new(type.CanonicalText(in value), 0));
            }
        }

        if (list is { Kind: FileNodeKind.Array, Items.Count: 0 })
        {
            mistakes.Add(list, "no source is named", "Name the sources as the vendor sends them in 'source', or remove this");
        }

        return sources.Count == 0 ? null : sources;
    }

    private Dictionary<string, Rule> ReadOverrides(FileNode? section)
    {
        var changed = new Dictionary<string, Rule>();
        foreach (var (id, node) in section.AsObject(mistakes)?.Members ?? [])
        {
            if (!rules.Ids.Contains(id))
            {
                var closest = Suggestion.Closest(id, [.. rules.Ids]);
                mistakes.Add(
                    node,
                    $"there is no rule '{id}'",
                    closest is null ? "Write the id of a rule of this campaign" : $"Write '{closest}' if you meant that");
            }
            else if (node.AsObject(mistakes) is not null && rules.ReadChanged(id, node) is { } rule)
            {
                changed[id] = rule;
            }
        }

        return changed;
    }
}
