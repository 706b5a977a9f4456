using LeadFilter.Core.Campaigns.Loading.Rules;
using LeadFilter.Core.Capacity;
using LeadFilter.Core.Decisions;
using LeadFilter.Core.Files;
using LeadFilter.Core.Vendors;

namespace LeadFilter.Core.Campaigns.Loading;

/// <summary>Reads a section <c>caps</c>: the campaign's, or a contract's.</summary>
internal sealed class CapsReader(ConditionReader conditions, RuleReader rules, MistakeList mistakes)
{
    /// <summary>A bought lead writes a row for each cap that counts it.</summary>
    private const int MaxCaps = 20;
    private const int MaxKeys = 4;
    private const int MaxLimits = 1_000;

    private static readonly string[] Periods = [.. Enum.GetNames<CapPeriod>().Select(name => name.ToLowerInvariant())];

    private readonly CapLimitReader limits = new(mistakes);

    public IReadOnlyList<Cap> Read(FileNode? section, VendorId? vendor = null)
    {
        var caps = new List<Cap>();
        var nodes = section.AsArray(mistakes);
        if (nodes.Count > MaxCaps)
        {
            mistakes.Add(section!, $"there are {nodes.Count} caps", $"Write at most {MaxCaps}");
        }

        foreach (var node in nodes)
        {
            if (node.AsObject(mistakes) is null || ReadCap(node, vendor) is not { } cap)
            {
                continue;
            }

            if (caps.Exists(other => other.Id == cap.Id))
            {
                mistakes.Add(node.Find("id")!, $"another cap has the id '{cap.Id}'", "Give each cap an id of its own");
            }

            caps.Add(cap);
        }

        return caps;
    }

    private Cap? ReadCap(FileNode node, VendorId? vendor)
    {
        node.OnlyKeys(mistakes, "id", "limit", "limits", "per", "by", "when", "text", "mode");
        var id = node.Required("id", mistakes, "Add \"id\": \"a-short-name\"").AsText(mistakes);
        if (id is not null && !Slug.IsSlug(id))
        {
            mistakes.Add(node.Find("id")!, $"'{id}' is not a valid id", $"Write {Slug.Form}");
        }

        var limit = limits.Read(node.Required("limit", mistakes, "Add \"limit\": 500"));
        var per = node.Required("per", mistakes, $"Add \"per\": one of {string.Join(", ", Periods)}").AsWord(mistakes, Periods);
        var by = ReadKeys(node.Find("by"), vendor);
        var ownLimits = ReadLimits(node.Find("limits"), by, limit);
        var whenNode = node.Find("when");
        var when = conditions.Read(whenNode);
        var text = node.Find("text").AsText(mistakes);
        var mode = rules.ReadMode(node.Find("mode"));
        if (id is null || limit is not { } most || per is null || (when is null && whenNode is not null))
        {
            return null;
        }

        // The place in the file: no rule's id can be the same.
        var ground = new Ground(
            vendor is null ? $"caps.{id}" : $"vendors.{vendor}.caps.{id}",
            Category.Capacity,
            ReasonCode.CapReached,
            text ?? $"No more leads are bought in this {per}",
            mode);
        return new(when)
        {
            Id = id,
            Vendor = vendor,
            Limit = most,
            Limits = ownLimits,
            Per = Enum.Parse<CapPeriod>(per, ignoreCase: true),
            By = by,
            Ground = ground,
        };
    }

    /// <summary>
    /// What tells the counters apart. A source is one of a vendor's, so beside other keys the vendor is counted by as well; alone, it
    /// stands for both.
    /// </summary>
    private List<CapKey> ReadKeys(FileNode? node, VendorId? vendor)
    {
        var nodes = node is { Kind: FileNodeKind.Array } ? node.Items : node is null ? [] : [node];
        if (node is not null && nodes.Count is 0 or > MaxKeys)
        {
            mistakes.Add(node, $"there are {nodes.Count} names", $"Name 1 to {MaxKeys} fields, \"vendor\" or \"source\"");
        }

        var keys = new List<CapKey>();
        foreach (var one in nodes)
        {
            if (ReadKey(one, vendor) is not { } key)
            {
                continue;
            }

            if (keys.Exists(other => other.Name == key.Name))
            {
                mistakes.Add(one, $"'{key.Name}' is named twice", "Name it once");
            }

            keys.Add(key);
        }

        if (keys.Contains(CapKey.Source))
        {
            keys.Remove(CapKey.Vendor);
            keys.InsertRange(0, keys.Count > 1 ? [CapKey.Vendor] : []);
        }

        return keys;
    }

    private CapKey? ReadKey(FileNode node, VendorId? vendor)
    {
        if (node is { Kind: FileNodeKind.Text, Text: "source" })
        {
            return CapKey.Source;
        }

        if (node is { Kind: FileNodeKind.Text, Text: "vendor" })
        {
            if (vendor is not null)
            {
                mistakes.Add(node, "this cap stands in the contract of one vendor", "Remove \"vendor\" here");
            }

            return CapKey.Vendor;
        }

        if (conditions.Operands.Read(node) is not { } operand)
        {
            return null;
        }

        if (operand.IsLookedUp)
        {
            mistakes.Add(
                node,
                $"'{operand.Path}' is looked up",
                "Name a field that vendors send, or write a cap with a \"when\" for each value");
        }

        return new(operand.Path, operand);
    }

    private Dictionary<string, CapLimit> ReadLimits(FileNode? section, List<CapKey> by, CapLimit? limit)
    {
        var found = new Dictionary<string, CapLimit>(StringComparer.OrdinalIgnoreCase);
        if (section.AsObject(mistakes) is not { } node)
        {
            return found;
        }

        if (by is not [{ } key] || key == CapKey.Source)
        {
            mistakes.Add(node, "limits of their own need counters by one field", "Add \"by\": the name of one field, such as \"state\"");
            return found;
        }

        if (node.Members.Count > MaxLimits)
        {
            mistakes.Add(node, $"there are {node.Members.Count} limits", $"Write at most {MaxLimits}");
        }

        foreach (var (name, value) in node.Members)
        {
            var text = CanonicalOf(key, name);
            var own = limits.Read(value);
            if (text is null)
            {
                mistakes.Add(value, $"'{name}' is not a value of '{key.Name}'", $"Write a value that '{key.Name}' can have");
            }
            else if (own is { } one && limit is { } other && one.IsMoney != other.IsMoney)
            {
                mistakes.Add(
                    value,
                    "this limit and 'limit' are not both leads or both money",
                    "Write both alike, such as 500 or \"$5,000\"");
            }
            else if (own is { } most && !found.TryAdd(text, most))
            {
                mistakes.Add(value, $"'{name}' means the same as another name here", "Keep one of them");
            }
        }

        return found;
    }

    private static string? CanonicalOf(CapKey key, string name)
    {
        if (key.Field is not { } field)
        {
            return VendorId.TryParse(name, out var vendor) ? vendor.ToString() : null;
        }

        var value = field.Type.Standardize(name);
        return value.IsValid ? field.Type.CanonicalText(in value) : null;
    }
}
