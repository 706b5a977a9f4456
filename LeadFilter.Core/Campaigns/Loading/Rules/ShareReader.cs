using System.Globalization;
using LeadFilter.Core.Conditions;
using LeadFilter.Core.Files;
using LeadFilter.Core.Leads;
using LeadFilter.Core.Leads.Facts;

namespace LeadFilter.Core.Campaigns.Loading.Rules;

/// <summary>Reads random shares: a test of the number that a lead draws.</summary>
internal sealed class ShareReader(MistakeList mistakes)
{
    /// <summary>The key by which a share is known.</summary>
    public const string Key = "share";

    private readonly List<Draw> draws = [];
    private readonly Dictionary<string, FileNode> unnamed = [];

    /// <summary>The draws that shares go by, each once.</summary>
    public IReadOnlyList<Draw> Draws => draws;

    public FieldTest? Read(FileNode node)
    {
        node.OnlyKeys(mistakes, Key, "of", "name");
        var percent = node.Find(Key).AsDecimal(0, Draw.Whole, mistakes);
        var unit = node.Required("of", mistakes, "Add \"of\": \"person\", or \"lead\"").AsWord(mistakes, [.. Draw.UnitWords]);
        var nameNode = node.Find("name");
        var name = nameNode.AsText(mistakes);
        if (name is not null && !Slug.IsSlug(name))
        {
            mistakes.Add(nameNode!, $"'{name}' is not a valid name", $"Write {Slug.Form}");
            return null;
        }

        if (percent is not { } share || unit is null || (nameNode is not null && name is null))
        {
            return null;
        }

        var draw = new Draw(Draw.UnitOf(unit), name);
        if (!draws.Contains(draw))
        {
            draws.Add(draw);
        }

        if (name is null)
        {
            unnamed.TryAdd(PlaceOf(node.Path), node);
        }

        Operator.TryFind("<", out var below);
        return new(DrawnNumber.In(draw), below!, [new(share.ToString(CultureInfo.InvariantCulture), (double)share)]);
    }

    /// <summary>Warns of shares without a name that stand in different places: they are the same, and surely not meant to be.</summary>
    public void WarnOfUnnamed()
    {
        if (unnamed.Count > 1)
        {
            mistakes.Warn(
                unnamed.Values.Last(),
                $"shares without a name draw the same lots in {string.Join(", ", unnamed.Keys)}: "
                    + "they fall on the same persons or leads",
                "Add a \"name\" of its own to each experiment, and the same one where the same group is meant");
        }
    }

    /// <summary>The section, or the rule, price or cap in it; a list of prices is one experiment.</summary>
    private static string PlaceOf(string path)
    {
        var parts = path.Split('.', 3);
        var place = parts.Length > 1 ? parts[1] : path;
        return place.StartsWith("prices[", StringComparison.Ordinal) ? "prices" : place;
    }
}
