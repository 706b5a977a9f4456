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

    private static readonly string[] Periods = [.. Enum.GetNames<CapPeriod>().Select(name => name.ToLowerInvariant())];

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
        node.OnlyKeys(mistakes, "id", "limit", "per", "by", "when", "text", "mode");
        var id = node.Required("id", mistakes, "Add \"id\": \"a-short-name\"").AsText(mistakes);
        if (id is not null && !Slug.IsSlug(id))
        {
            mistakes.Add(node.Find("id")!, $"'{id}' is not a valid id", $"Write {Slug.Form}");
        }

        var limitNode = node.Required("limit", mistakes, "Add \"limit\": 500");
        var limit = limitNode.AsDecimal(1, Cap.MaxLimit, mistakes);
        if (limit is { } number && number != decimal.Truncate(number))
        {
            mistakes.Add(limitNode!, $"{number} is not a whole number", "Write how many leads, such as 500");
        }

        var per = node.Required("per", mistakes, $"Add \"per\": one of {string.Join(", ", Periods)}").AsWord(mistakes, Periods);
        var by = vendor is null ? node.Find("by").AsWord(mistakes, "vendor", "source") : node.Find("by").AsWord(mistakes, "source");
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
            Limit = (int)most,
            Per = Enum.Parse<CapPeriod>(per, ignoreCase: true),
            By = by switch { "vendor" => CapBy.Vendor, "source" => CapBy.Source, _ => CapBy.All },
            Ground = ground,
        };
    }
}
