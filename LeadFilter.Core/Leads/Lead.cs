using LeadFilter.Core.Fields;

namespace LeadFilter.Core.Leads;

/// <summary>A lead after standardising: the value of every field of a campaign's layout, and when it was received.</summary>
public sealed class Lead
{
    /// <summary>The field that says what a lead is sent for.</summary>
    internal const string TestField = "is_test";

    // Beyond the words of a boolean. They mean yes for this field only.
    private static readonly string[] TestWords = ["test", "testing", "test lead", "test_lead", "test-lead", "is_test"];

    // Slot -> 1 + index into values; 0 for a field that was not sent. Most leads fill a quarter of the layout.
    private readonly byte[] places;
    private readonly FieldValue[] values;

    internal Lead(
        FieldLayout layout,
        DateTimeOffset receivedAt,
        byte[] places,
        FieldValue[] values,
        bool hasUnreadable,
        IReadOnlyList<LooseField> ignored)
    {
        HasUnreadable = hasUnreadable;
        Layout = layout;
        ReceivedAt = receivedAt;
        Ignored = ignored;
        this.places = places;
        this.values = values;
    }

    /// <summary>The fields of the campaign.</summary>
    public FieldLayout Layout { get; }

    /// <summary>When the lead was received: the "now" of its decision.</summary>
    public DateTimeOffset ReceivedAt { get; }

    /// <summary>What was sent beside the campaign's fields. Nothing is decided by it, and it is not kept.</summary>
    public IReadOnlyList<LooseField> Ignored { get; }

    /// <summary>What the lead is sent for.</summary>
    public LeadPurpose Purpose
    {
        get
        {
            var mark = Find(TestField);
            return mark.Validity switch
            {
                Validity.Valid => mark.Number == 0 ? LeadPurpose.Live : LeadPurpose.Test,
                Validity.Invalid => IsTestWord(mark.Raw) ? LeadPurpose.Test : LeadPurpose.Unreadable,
                _ => LeadPurpose.Live,
            };
        }
    }

    /// <summary>Whether it holds a valid value that tells its person from others: see <see cref="FieldType.TellsPersonsApart"/>.</summary>
    public bool NamesPerson
    {
        get
        {
            for (var slot = 0; slot < places.Length; slot++)
            {
                if (places[slot] > 0 && Layout.Fields[slot].Type.TellsPersonsApart && values[places[slot] - 1].IsValid)
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>Whether an answer was given that cannot be read.</summary>
    public bool HasUnreadable { get; }

    /// <summary>What it draws, for campaigns that buy random shares; null if nothing was drawn.</summary>
    public ILeadDraws? Draws { get; private init; }

    /// <summary>
    /// The names of the fields whose answers were given and cannot be read, in the layout's order; those that are looked up do not count,
    /// and what <see cref="Purpose"/> reads is read.
    /// </summary>
    public IReadOnlyList<string> Unreadable => !HasUnreadable ? [] :
    [
        .. Enumerable.Range(0, places.Length)
            .Where(slot => this[slot].Validity == Validity.Invalid && Layout.Fields[slot] is { IsLookedUp: false, Name: not TestField })
            .Select(slot => Layout.Fields[slot].Name),
    ];

    /// <summary>The value of a field.</summary>
    /// <param name="slot">Its slot in <see cref="Layout"/>.</param>
    public ref readonly FieldValue this[int slot]
    {
        get
        {
            var place = places[slot];
            return ref place == 0 ? ref FieldValue.Missing : ref values[place - 1];
        }
    }

    /// <summary>The value of a field by its name; missing if the campaign does not know the name.</summary>
    /// <param name="name">The field's name or alias.</param>
    public FieldValue Find(string name) => Layout.TryFind(name, out var slot) ? this[slot] : FieldValue.Missing;

    /// <summary>The same lead with what was looked up about it.</summary>
    /// <param name="receivedAt">When the lead was received first: a lead that is sent again is judged as of then.</param>
    /// <param name="facts">Slots of fields that are looked up, each with its value.</param>
    public Lead With(DateTimeOffset receivedAt, IReadOnlyCollection<KeyValuePair<int, FieldValue>> facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var more = new FieldValue[values.Length + facts.Count];
        values.CopyTo(more, 0);
        var (filled, count) = ((byte[])places.Clone(), values.Length);
        foreach (var (slot, value) in facts)
        {
            more[count++] = value;
            filled[slot] = (byte)count;
        }

        return new(Layout, receivedAt, filled, more, HasUnreadable, Ignored) { Draws = Draws };
    }

    /// <summary>The same lead with what it draws.</summary>
    /// <param name="draws">What it draws.</param>
    public Lead With(ILeadDraws draws) => new(Layout, ReceivedAt, places, values, HasUnreadable, Ignored) { Draws = draws };

    private static bool IsTestWord(string? raw) =>
        Array.Exists(TestWords, word => raw.AsSpan().Trim(" \"'").Equals(word, StringComparison.OrdinalIgnoreCase));
}
