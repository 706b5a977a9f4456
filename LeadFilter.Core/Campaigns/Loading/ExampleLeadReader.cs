using LeadFilter.Core.Files;
using LeadFilter.Core.Leads;

namespace LeadFilter.Core.Campaigns.Loading;

/// <summary>
/// Reads the leads of examples. What the section <c>exampleBase</c> says holds for each example that does not name the field itself,
/// under whichever of its names; null takes a field out.
/// </summary>
internal sealed class ExampleLeadReader(FieldLayout layout, IReadOnlyList<Draw> draws, MistakeList mistakes)
{
    private const string LeadKey = "lead";
    private const string FactsKey = "facts";

    private readonly HashSet<int> named = [];
    private readonly Dictionary<Draw, double?> drawn = [];
    private FileNode? baseLead;
    private FileNode? baseFacts;

    /// <summary>Reads what all examples have in common.</summary>
    /// <param name="section">The section; null for nothing.</param>
    /// <returns>False if there are mistakes in it, which every example would repeat.</returns>
    public bool ReadBase(FileNode? section)
    {
        if (section is null)
        {
            return true;
        }

        var before = mistakes.Count;
        if (section.AsObject(mistakes) is not null)
        {
            section.OnlyKeys(mistakes, LeadKey, FactsKey);
            var (lead, facts) = (section.Find(LeadKey).AsObject(mistakes), section.Find(FactsKey).AsObject(mistakes));
            Add(new(layout), lead, facts);
            (baseLead, baseFacts) = (lead, facts);
        }

        return mistakes.Count == before;
    }

    /// <summary>Reads the lead of an example.</summary>
    /// <param name="lead">Its fields.</param>
    /// <param name="facts">What is looked up about it; null for nothing.</param>
    /// <param name="at">When it is received.</param>
    /// <returns>Null if there are mistakes.</returns>
    public Lead? Read(FileNode lead, FileNode? facts, DateTimeOffset at)
    {
        var before = mistakes.Count;
        var draft = new LeadDraft(layout);
        Add(draft, lead, facts.AsObject(mistakes));
        if (mistakes.Count == before)
        {
            AddBase(draft);
        }

        return mistakes.Count == before ? draft.ToLead(at).With(new GivenDraws(drawn.ToDictionary())) : null;
    }

    private void Add(LeadDraft draft, FileNode? lead, FileNode? facts)
    {
        named.Clear();
        drawn.Clear();
        Fill(lead, "", (name, value) => AddSent(draft, name, value));
        Fill(facts, "", (name, value) => AddFact(draft, name, value));
    }

    private void AddBase(LeadDraft draft)
    {
        var own = named.ToHashSet();
        Fill(baseLead, "", (name, value) =>
        {
            if (!layout.TryFind(name, out var slot) || !own.Contains(slot))
            {
                AddSent(draft, name, value);
            }
        });
        Fill(baseFacts, "", (name, value) =>
        {
            if (!layout.TryFindLookedUp(name, out var slot) || !own.Contains(slot))
            {
                AddFact(draft, name, value);
            }
        });
    }

    private void Fill(FileNode? node, string prefix, Action<string, FileNode> add)
    {
        foreach (var (name, value) in node?.Members ?? [])
        {
            switch (value.Kind)
            {
                case FileNodeKind.Object:
                    Fill(value, $"{prefix}{name}.", add);
                    break;
                case FileNodeKind.Array:
                    mistakes.Add(value, "an example's field is an array", "Write text, a number, or true or false");
                    break;
                default:
                    add(prefix + name, value);
                    break;
            }
        }
    }

    private void AddSent(LeadDraft draft, string name, FileNode value)
    {
        if (layout.TryFind(name, out var slot))
        {
            named.Add(slot);
        }

        if (draft.Add(name, value.Kind == FileNodeKind.Null ? null : value.Text) is var result and not AddResult.Added)
        {
            mistakes.Add(
                value,
                result == AddResult.Ignored ? $"there is no field '{name}'" : $"'{name}' cannot be added ({result})",
                "Use the names of docs/fields.md, of \"fields\" or of \"aliases\", each once");
        }
    }

    private void AddFact(LeadDraft draft, string name, FileNode value)
    {
        if (Draw.TryFind(draws, name, out var draw))
        {
            AddDraw(draw.Value, name, value);
            return;
        }

        if (!layout.TryFindLookedUp(name, out var slot))
        {
            var closest = Suggestion.Closest(name, [
                .. layout.Fields.Where(field => field.IsLookedUp).Select(field => field.Name),
                .. draws.Select(one => one.Path),
            ]);
            mistakes.Add(
                value,
                $"nothing looks up '{name}'",
                closest is null ? "Name a fact of a look-up, as rules do" : $"Write '{closest}' if you meant that");
            return;
        }

        named.Add(slot);
        if (value.Kind == FileNodeKind.Null)
        {
            return;
        }

        if (layout.Fields[slot].Type.Standardize(value.Text) is { IsValid: false } unfit)
        {
            mistakes.Add(
                value,
                $"this is not a valid {layout.Fields[slot].Type.Name} ({unfit.Why ?? "empty"})",
                $"Write a value that '{name}' can have, or leave it out");
        }

        draft.Restore(name, value.Text);
    }

    // The example's own come first, and those of the base do not change them.
    private void AddDraw(Draw draw, string name, FileNode value)
    {
        if (value.Kind == FileNodeKind.Null)
        {
            drawn.TryAdd(draw, null);
        }
        else if (value.AsDecimal(0, Draw.Whole, mistakes) is { } number)
        {
            if (Draw.IsPossible((double)number))
            {
                drawn.TryAdd(draw, (double)number);
            }
            else
            {
                mistakes.Add(
                    value,
                    $"'{name}' is always less than 100",
                    "Write the number that the lead draws: those below the share are in it");
            }
        }
    }
}
