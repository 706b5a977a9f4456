using LeadFilter.Core.Conditions;
using LeadFilter.Core.Files;

namespace LeadFilter.Core.Campaigns.Loading.Rules;

/// <summary>Reads the section <c>conditions</c>: conditions with names, each read once, when it is first used.</summary>
internal sealed class NamedConditionReader
{
    /// <summary>More would be a file that nobody wrote, and reading it would use up the stack.</summary>
    private const int MaxInEachOther = 64;

    private readonly ConditionReader conditions;
    private readonly MistakeList mistakes;
    private readonly Dictionary<string, FileNode> nodes = [];
    private readonly Dictionary<string, NamedCondition?> read = [];
    private readonly List<string> reading = [];

    public NamedConditionReader(FileNode? section, ConditionReader conditions, MistakeList mistakes)
    {
        this.conditions = conditions;
        this.mistakes = mistakes;
        foreach (var (name, node) in section.AsObject(mistakes)?.Members ?? [])
        {
            nodes[name] = node;
            if (!Slug.IsSlug(name))
            {
                mistakes.Add(node, $"'{name}' is not a valid condition name", $"Write {Slug.Form}");
            }
        }
    }

    /// <summary>The condition that a node names; null if there is a mistake, in the name or in the condition.</summary>
    public NamedCondition? Find(FileNode use)
    {
        if (use.AsText(mistakes) is not { } name)
        {
            return null;
        }

        if (reading.IndexOf(name) is >= 0 and var at)
        {
            mistakes.Add(
                use,
                $"'{name}' uses itself ({string.Join(" -> ", reading.Skip(at).Append(name))})",
                "Write here what is meant, without using it");
            return null;
        }

        if (reading.Count == MaxInEachOther)
        {
            mistakes.Add(
                use,
                $"more than {MaxInEachOther} named conditions use each other",
                "Write here what is meant, without using another");
            return null;
        }

        if (nodes.TryGetValue(name, out var node))
        {
            return Read(name, node);
        }

        var closest = Suggestion.Closest(name, [.. nodes.Keys]);
        mistakes.Add(
            use,
            $"there is not a condition '{name}'",
            closest is null ? $"Add \"conditions\": {{ \"{name}\": … }}" : $"Write '{closest}' if you meant that");
        return null;
    }

    /// <summary>Reads those that nothing uses, so that their mistakes are found too, and warns of them.</summary>
    public void Finish()
    {
        foreach (var (name, node) in nodes.Where(one => !read.ContainsKey(one.Key)).ToList())
        {
            if (mistakes.IsOwn(node))
            {
                mistakes.Warn(node, $"nothing uses the condition '{name}'", $"Use it by {{ \"use\": \"{name}\" }}, or remove it");
            }

            Read(name, node);
        }
    }

    private NamedCondition? Read(string name, FileNode node)
    {
        if (!read.TryGetValue(name, out var known))
        {
            reading.Add(name);
            read[name] = known = conditions.Read(node) is { } meaning ? Named(name, meaning) : null;
            reading.RemoveAt(reading.Count - 1);
        }

        return known;
    }

    // Another name for a named condition means what that one means: a chain of names would be a chain of calls.
    private static NamedCondition Named(string name, Condition meaning) =>
        new(name, meaning is NamedCondition same ? same.Meaning : meaning);
}
