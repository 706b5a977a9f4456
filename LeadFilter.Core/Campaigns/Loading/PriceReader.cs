using LeadFilter.Core.Campaigns.Loading.Rules;
using LeadFilter.Core.Decisions;
using LeadFilter.Core.Fields.Numbers;
using LeadFilter.Core.Files;
using LeadFilter.Core.Prices;
using LeadFilter.Core.Vendors;

namespace LeadFilter.Core.Campaigns.Loading;

/// <summary>Reads the sections <c>prices</c>, <c>floor</c> and <c>noBid</c>, and prices in contracts.</summary>
internal sealed class PriceReader(ConditionReader conditions, RuleReader rules, VendorDirectory? vendors, MistakeList mistakes)
{
    private const decimal MaxScore = 1_000_000;
    private const string Asked = "asked";
    private const string NextPrice = "next";
    private static readonly string[] AskedKeys = ["field", "atMost", "onAbove", "onMissing"];

    /// <summary>Reads the list of prices.</summary>
    /// <param name="section">The section <c>prices</c>.</param>
    /// <param name="hasScore">Whether the campaign scores leads.</param>
    /// <param name="mayMiss">Whether no price need hold, since leads that are worth nothing are rejected.</param>
    public IReadOnlyList<PriceRule> ReadPrices(FileNode? section, bool hasScore, bool mayMiss)
    {
        var prices = new List<PriceRule>();
        var nodes = section.AsArray(mistakes);
        if (section is { Kind: FileNodeKind.Array, Items.Count: 0 })
        {
            mistakes.Add(section, "there is no price", "Add { \"price\": 12.5 }, or remove \"prices\"; leads then cost nothing");
        }

        for (var at = 0; at < nodes.Count; at++)
        {
            var before = mistakes.Count;
            if (ReadOne(nodes[at], hasScore) is not { } price || mistakes.Count > before)
            {
                continue;
            }

            prices.Add(price);
            var isLast = at == nodes.Count - 1;
            if (price.IsUnconditional && !isLast)
            {
                mistakes.Add(
                    nodes[at],
                    "this price holds always, so those after it are never reached",
                    "Move it to the end, or give it a 'when'");
            }

            if (!price.IsUnconditional && isLast && !mayMiss)
            {
                mistakes.Add(
                    nodes[at],
                    "no price holds where this one does not",
                    "Add a last price without 'when', or \"noBid\": { } to reject what is worth nothing");
            }
        }

        return prices;
    }

    /// <summary>Reads an amount.</summary>
    public Money? ReadPrice(FileNode? node)
    {
        if (node.AsDecimal(0, 1_000_000, mistakes) is not { } amount)
        {
            return null;
        }

        if (Money.TryCreate(amount, out var money))
        {
            return money;
        }

        mistakes.Add(node!, $"{amount} has more than 4 decimal places", "Round it");
        return null;
    }

    /// <summary>Reads the price of a contract: an amount, or what the vendor asks.</summary>
    public PriceRule? ReadAgreed(FileNode? node)
    {
        if (node is not { Kind: FileNodeKind.Object })
        {
            return ReadPrice(node) is { } money ? new(null, money) : null;
        }

        node.OnlyKeys(mistakes, ["price", .. AskedKeys]);
        var kind = node.Required("price", mistakes, "Add \"price\": \"asked\"").AsWord(mistakes, Asked);
        return kind is null || ReadAsked(node) is not { } asked ? null : new(null, asked.AtMost) { Asked = asked };
    }

    /// <summary>Reads what happens to leads that are worth nothing.</summary>
    public Ground? ReadNoBid(FileNode? section)
    {
        if (section.AsObject(mistakes) is not { } found)
        {
            return null;
        }

        found.OnlyKeys(mistakes, "text", "mode");
        var text = found.Find("text").AsText(mistakes) ?? "We do not bid for this lead";
        return new("no-bid", Category.Criteria, ReasonCode.NoBid, text, rules.ReadMode(found.Find("mode")));
    }

    private PriceRule? ReadOne(FileNode node, bool hasScore)
    {
        if (node.AsObject(mistakes) is null)
        {
            return null;
        }

        var isAsked = node.Find("price") is { Kind: FileNodeKind.Text, Text: Asked };
        node.OnlyKeys(mistakes, ["when", "vendors", "exclusive", "score", "price", .. isAsked ? AskedKeys : []]);
        var asked = isAsked ? ReadAsked(node) : null;
        var price = isAsked ? asked?.AtMost : ReadPrice(node.Required("price", mistakes, "Add \"price\": 12.5"));
        var when = conditions.Read(node.Find("when"));
        var bandNode = node.Find("score");
        if (bandNode is not null && !hasScore)
        {
            mistakes.Add(bandNode, "this campaign has no score", "Add the section \"score\", or remove this");
        }

        return price is not { } money ? null : new(when, money)
        {
            Vendors = ReadVendors(node.Find("vendors")),
            Exclusive = node.Find("exclusive") is { } exclusive ? exclusive.AsFlag(mistakes) : null,
            Score = ReadBand(bandNode),
            Asked = asked,
        };
    }

    private AskedPrice? ReadAsked(FileNode node)
    {
        var fieldNode = node.Find("field");
        var field = fieldNode is null ? conditions.Operands.Standard("price") : conditions.Operands.Read(fieldNode);
        if (field is not (null or { Type: MoneyType or NumberType, Part: null, Fact: null, IsLookedUp: false }))
        {
            mistakes.Add(fieldNode!, $"'{field.Path}' is not an amount that vendors send", "Name a field of type money or number");
            field = null;
        }

        var atMost = ReadPrice(node.Required("atMost", mistakes, "Add \"atMost\": 15, the most that you pay"));
        var onAbove = node.Find("onAbove").AsWord(mistakes, "reject", "limit", NextPrice) switch
        {
            "limit" => AskedOtherwise.Limit,
            NextPrice => AskedOtherwise.Next,
            _ => AskedOtherwise.Reject,
        };
        var isNext = node.Find("onMissing").AsWord(mistakes, "reject", NextPrice) == NextPrice;
        var onMissing = isNext ? AskedOtherwise.Next : AskedOtherwise.Reject;
        return field is null || atMost is not { } limit ? null : new(field, limit, onAbove, onMissing);
    }

    private HashSet<VendorId>? ReadVendors(FileNode? node)
    {
        if (node is null)
        {
            return null;
        }

        var named = new HashSet<VendorId>();
        foreach (var item in node.AsArray(mistakes))
        {
            if (item.AsText(mistakes) is not { } name)
            {
                continue;
            }

            if (VendorId.TryParse(name, out var vendor) && vendors?.Contains(vendor) != false)
            {
                named.Add(vendor);
            }
            else
            {
                ContractReader.AddUnknownVendor(item, name, vendors, mistakes);
            }
        }

        if (node is { Kind: FileNodeKind.Array, Items.Count: 0 })
        {
            mistakes.Add(node, "this price is for no vendor", "Name a vendor, or remove \"vendors\"");
        }

        return named;
    }

    private ScoreBand? ReadBand(FileNode? node)
    {
        if (node.AsObject(mistakes) is not { } found)
        {
            return null;
        }

        found.OnlyKeys(mistakes, "from", "below");
        var from = (double?)found.Find("from").AsDecimal(-MaxScore, MaxScore, mistakes);
        var below = (double?)found.Find("below").AsDecimal(-MaxScore, MaxScore, mistakes);
        if (found.Members.Count == 0 || from >= below)
        {
            mistakes.Add(
                found,
                "no score lies in this band",
                "Write { \"from\": 60 }, { \"below\": 60 }, or both with 'from' less than 'below'");
        }

        return new(from, below);
    }
}
