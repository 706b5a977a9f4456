using LeadFilter.Core.Capacity;
using LeadFilter.Core.Decisions;
using LeadFilter.Core.Fields;
using LeadFilter.Core.Files;
using LeadFilter.Core.Rules;

namespace LeadFilter.Core.Campaigns.Warnings;

/// <summary>
/// Caps that whoever sends leads can get around by writing something new each time, and budgets that the most expensive lead does not
/// fit into.
/// </summary>
internal static class CapBounds
{
    private static readonly string[] EndlessParts = ["user", "identity", "domain", "national", "masked", "extension"];
    private static readonly string[] EndlessTypes = ["url", "ip", "user_agent", "sha256", "trustedform"];

    public static void Find(Inspection inspection)
    {
        foreach (var (cap, node) in inspection.Terms.Caps.Zip(inspection.Root.Find("caps")?.Items ?? []))
        {
            Look(inspection, cap, node, contract: null);
        }

        foreach (var (name, section) in inspection.Root.Find("vendors")?.Members ?? [])
        {
            var contract = inspection.Campaign.Policies.Values.Select(static policy => policy.Contract)
                .FirstOrDefault(one => one?.Vendor.ToString() == name);
            foreach (var (cap, node) in (contract?.Caps ?? []).Zip(section.Find("caps")?.Items ?? []))
            {
                Look(inspection, cap, node, contract);
            }
        }
    }

    private static void Look(Inspection inspection, Cap cap, FileNode node, Contract? contract)
    {
        if (cap.Ground.Mode == RuleMode.Off)
        {
            return;
        }

        if (cap.By.FirstOrDefault(key => IsEndless(inspection.Campaign, key)) is { } endless)
        {
            inspection.Mistakes.Warn(
                node.Find("by")!,
                $"'{endless.Name}' can have any number of values, and each has a counter of its own: who writes a new one is never capped",
                "Add a cap that counts all leads, or the vendor's, as well; or count by a part with few values");
        }

        if (cap.Limit.IsMoney && HighestPrice(inspection.Terms, contract) is var highest && highest.Amount > LeastOf(cap).Money)
        {
            inspection.Mistakes.Warn(
                node.Find("limit")!,
                $"the highest price, {highest}, is more than {LeastOf(cap)}: such a lead is never bought",
                "Raise the limit, or lower the price");
        }
    }

    private static CapLimit LeastOf(Cap cap) => cap.Limits.Values.Append(cap.Limit).MinBy(static limit => limit.Money);

    private static Money HighestPrice(Terms terms, Contract? contract) =>
        (contract?.Price is { } agreed ? [agreed] : terms.Prices.Select(static price => price.Price))
            .Append(contract?.Floor ?? terms.Floor)
            .Max();

    // Of a telephone number most parts have few values; whoever can write any address can write any domain.
    private static bool IsEndless(Campaign campaign, CapKey key)
    {
        if (key.Field is not { Fact: null, Type: { Kind: ValueKind.Text } type } operand)
        {
            return false;
        }

        return operand.Part is { Name: var part } && campaign.Layout.Fields[operand.Slot].Type.TellsPersonsApart
            ? EndlessParts.Contains(part)
            : type.HoldsWords || type.TellsPersonsApart || type.HidesRaw || EndlessTypes.Contains(type.Name);
    }
}
