using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using LeadFilter.Core.Fields;
using LeadFilter.Core.Fields.Catalogue;

namespace LeadFilter.Core.Leads;

/// <summary>The fields that one campaign knows, each at its slot, and the names under which vendors may send them.</summary>
public sealed class FieldLayout
{
    /// <summary>The most fields whose values one lead can hold.</summary>
    public const int MaxFields = byte.MaxValue;

    // The low byte of an entry is the slot, the others tell which of the slot's names it is.
    private const int SlotBits = 8;

    private readonly FrozenDictionary<string, int> slotsByName;
    private readonly FrozenDictionary<string, int> lookedUpSlots;
    private readonly FrozenSet<string> envelopes;
    private readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> slotsBySpan;

    /// <summary>Lays out fields.</summary>
    /// <param name="fields">The fields, those that are looked up among them; their names differ without case.</param>
    /// <param name="aliases">Other names, each with the name of the field that it stands for.</param>
    /// <exception cref="ArgumentException">A name is taken twice, or an alias stands for no field.</exception>
    public FieldLayout(IEnumerable<FieldDefinition> fields, IEnumerable<KeyValuePair<string, string>> aliases)
    {
        Fields = [.. fields];
        Aliases = [.. aliases];
        var slots = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var namesOfSlot = new int[Fields.Count];
        var lookedUp = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var slot = 0; slot < Fields.Count; slot++)
        {
            (Fields[slot].IsLookedUp ? lookedUp : slots).Add(Fields[slot].Name, slot);
        }

        foreach (var (alias, name) in Aliases)
        {
            if (!slots.TryGetValue(name, out var entry))
            {
                throw new ArgumentException($"'{name}' is not a field.", nameof(aliases));
            }

            var slot = SlotOf(entry);
            slots.Add(NameSpelling.Of(alias), slot | (++namesOfSlot[slot] << SlotBits));
        }

        envelopes = EnvelopesOf(Aliases, name => Fields[SlotOf(slots[name])].Type.TellsPersonsApart)
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        slotsByName = slots.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
        slotsBySpan = slotsByName.GetAlternateLookup<ReadOnlySpan<char>>();
        lookedUpSlots = lookedUp.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
        SlotsInNameOrder = [.. Enumerable.Range(0, Fields.Count).OrderBy(slot => Fields[slot].Name, StringComparer.Ordinal)];
    }

    /// <summary>The fields; an index into this list is a slot.</summary>
    public IReadOnlyList<FieldDefinition> Fields { get; }

    /// <summary>Other names, each with the name of the field that it stands for.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Aliases { get; }

    /// <summary>All slots in the ordinal order of the fields' names: an order that does not depend on the campaign file's.</summary>
    public ImmutableArray<int> SlotsInNameOrder { get; }

    /// <summary>
    /// Finds a field that a vendor can send, by its name or an alias, without case, and with PHP's brackets for dots
    /// (<c>contact[email]</c>).
    /// </summary>
    /// <param name="name">The name as sent.</param>
    /// <param name="slot">Its slot.</param>
    public bool TryFind(ReadOnlySpan<char> name, out int slot) => TryFind(name, out slot, out _);

    /// <summary>Finds a field as <see cref="TryFind(ReadOnlySpan{char}, out int)"/> does.</summary>
    /// <param name="name">The name as sent.</param>
    /// <param name="slot">Its slot.</param>
    /// <param name="spelling">Which of the field's names it is: 0 for its own, otherwise an alias's number.</param>
    internal bool TryFind(ReadOnlySpan<char> name, out int slot, out int spelling)
    {
        var found = slotsBySpan.TryGetValue(name, out var entry) || TryFindRespelled(name, out entry);
        (slot, spelling) = (SlotOf(entry), entry >> SlotBits);
        return found;
    }

    /// <summary>Finds a field that is looked up, by its name.</summary>
    /// <param name="name">The name, such as <c>suppression.customers</c>.</param>
    /// <param name="slot">Its slot.</param>
    public bool TryFindLookedUp(string name, out int slot) => lookedUpSlots.TryGetValue(name, out slot);

    /// <summary>
    /// Finds a field, a part of one (<c>email.domain</c>), or a part by its short name (<see cref="StandardFields.Shorthands"/>).
    /// </summary>
    /// <param name="path">The name.</param>
    /// <param name="operand">The field or part.</param>
    internal bool TryResolveField(string path, [NotNullWhen(true)] out FieldOperand? operand)
    {
        ArgumentNullException.ThrowIfNull(path);
        operand = null;
        if (TryFindAny(path, out var slot))
        {
            operand = new(Fields[slot].Name, slot, Fields[slot].Type, null) { IsLookedUp = Fields[slot].IsLookedUp };
        }
        else if (StandardFields.Shorthands.TryGetValue(path, out var longName))
        {
            return TryResolveField(longName, out operand);
        }
        else if (path.LastIndexOf('.') is > 0 and var dot
            && TryFindAny(path[..dot], out slot)
            && Fields[slot].Type.Parts.FirstOrDefault(
                part => part.Name.Equals(path[(dot + 1)..], StringComparison.OrdinalIgnoreCase)) is { } part)
        {
            operand = new($"{Fields[slot].Name}.{part.Name}", slot, part.Type, part) { IsLookedUp = Fields[slot].IsLookedUp };
        }

        return operand is not null;
    }

    /// <summary>
    /// Whether the campaign itself says that a prefix stands before the lead's own fields: it has an alias <c>contact.email</c> of
    /// <c>email</c>, so <c>contact.city</c> is the city.
    /// </summary>
    /// <param name="prefix">The prefix, with the dot at its end.</param>
    internal bool IsEnvelope(string prefix) => envelopes.Contains(prefix);

    private static HashSet<string> EnvelopesOf(IEnumerable<KeyValuePair<string, string>> aliases, Predicate<string> tellsApart)
    {
        var found = new HashSet<string>();
        foreach (var (alias, name) in aliases)
        {
            var path = NameSpelling.Of(alias);
            if (path.EndsWith("." + name, StringComparison.OrdinalIgnoreCase) && tellsApart(name))
            {
                found.Add(path[..^name.Length]);
            }
        }

        return found;
    }

    private static int SlotOf(int entry) => entry & ((1 << SlotBits) - 1);

    private bool TryFindAny(string name, out int slot)
    {
        var found = slotsByName.TryGetValue(name, out var entry);
        slot = SlotOf(entry);
        return found || lookedUpSlots.TryGetValue(name, out slot);
    }

    private bool TryFindRespelled(ReadOnlySpan<char> name, out int entry)
    {
        Span<char> room = stackalloc char[NameSpelling.MaxLength];
        entry = 0;
        if (name.Length > room.Length)
        {
            return false;
        }

        var length = NameSpelling.Write(name, room);
        return length < name.Length && slotsBySpan.TryGetValue(room[..length], out entry);
    }
}
