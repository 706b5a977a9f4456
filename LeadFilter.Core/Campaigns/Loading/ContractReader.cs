using LeadFilter.Core.Files;
using LeadFilter.Core.Rules;
using LeadFilter.Core.Vendors;

namespace LeadFilter.Core.Campaigns.Loading;

/// <summary>Reads the section <c>vendors</c>: each vendor's contract in this campaign.</summary>
internal sealed class ContractReader(
    RuleReader rules, CapsReader caps, HoursReader hours, Rule? campaignHours, VendorDirectory? vendors, MistakeList mistakes)
{
    public IReadOnlyList<Contract> Read(FileNode? section)
    {
        var contracts = new List<Contract>();
        foreach (var (name, node) in section.AsObject(mistakes)?.Members ?? [])
        {
            if (!VendorId.TryParse(name, out var vendor) || vendors?.Contains(vendor) == false)
            {
                var closest = Suggestion.Closest(name, [.. (vendors?.All ?? []).Select(known => known.Id.ToString())]);
                mistakes.Add(node, $"there is no vendor '{name}'", closest is null ? "Add the vendor to vendors.json first" : $"Write '{closest}' if you meant that, else add the vendor to vendors.json");
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
        node.OnlyKeys(mistakes, "price", "rejects", "mode", "caps", "hours");
        HashSet<Category>? rejects = null;
        if (node.Find("rejects") is { } list)
        {
            rejects = [];
            foreach (var item in list.AsArray(mistakes))
            {
                if (item.AsWord(mistakes, [.. CategoryName.All]) is { } name && CategoryName.TryParse(name, out var category))
                {
                    rejects.Add(category);
                }
            }
        }

        return new(vendor, rules.ReadPrice(node.Find("price")), rejects, node.Find("mode").AsWord(mistakes, "live", "trial") == "trial")
        {
            Caps = caps.Read(node.Find("caps"), vendor),
            Hours = hours.Read(node.Find("hours"), $"vendors.{vendor}.hours", campaignHours),
        };
    }
}
