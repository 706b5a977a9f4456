using LeadFilter.Core.Files;
using LeadFilter.Core.Leads.Facts;

namespace LeadFilter.Core.Campaigns.Warnings;

/// <summary>Own fields, and other names of fields, of which nothing makes use.</summary>
internal static class UnusedNames
{
    /// <summary>The sections whose texts name no field that is made use of.</summary>
    private static readonly string[] Silent = ["$schema", "campaign", "version", "fields", "aliases", "examples"];

    public static void Find(Inspection inspection)
    {
        var (root, layout) = (inspection.Root, inspection.Campaign.Layout);
        if (inspection.Campaign.Delivery.Fields is null)
        {
            // Every field that was sent goes to the CRM.
            return;
        }

        var used = new HashSet<int>();
        foreach (var (_, section) in root.Members.Where(member => !Silent.Contains(member.Key)))
        {
            Collect(section, text =>
            {
                foreach (var name in NamesIn(text))
                {
                    if (layout.TryResolve(name, out var operand))
                    {
                        used.Add(operand.Slot);
                    }
                }
            });
        }

        foreach (var (section, what) in (ReadOnlySpan<(string, string)>)[("fields", "field"), ("aliases", "alias of a field")])
        {
            foreach (var (name, node) in root.Find(section)?.Members ?? [])
            {
                if (inspection.Mistakes.IsOwn(node) && layout.TryFind(name, out var slot) && !used.Contains(slot))
                {
                    inspection.Mistakes.Warn(
                        node,
                        section == "fields"
                            ? $"nothing uses the field '{name}'"
                            : $"nothing uses '{layout.Fields[slot].Name}', of which '{name}' is an alias",
                        $"Use the {what} in a rule or in \"delivery\", or remove it");
                }
            }
        }
    }

    /// <summary>A text may be a field's name, or a template with names in it.</summary>
    private static IEnumerable<string> NamesIn(string text) =>
        text.Contains('{', StringComparison.Ordinal) ? text.Split(['{', '}', '?']).Prepend(text) : [text];

    private static void Collect(FileNode node, Action<string> take)
    {
        if (node.Kind == FileNodeKind.Text)
        {
            take(node.Text);
        }

        foreach (var (_, member) in node.Members)
        {
            Collect(member, take);
        }

        foreach (var item in node.Items)
        {
            Collect(item, take);
        }
    }
}
