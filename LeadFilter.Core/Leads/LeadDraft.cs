using System.Text;
using LeadFilter.Core.Fields;

namespace LeadFilter.Core.Leads;

/// <summary>
/// Raw fields on their way to a <see cref="Lead"/>: readers of request bodies add what they find, names are matched to
/// the campaign's fields and aliases, names that the campaign does not know are noted and otherwise ignored.
/// </summary>
/// <param name="layout">The campaign's fields.</param>
/// <param name="maxFields">The most fields that may be added, known or not; from 1.</param>
public sealed class LeadDraft(FieldLayout layout, int maxFields = LeadDraft.DefaultMaxFields)
{
    /// <summary>The most fields that a lead may have where nothing else is said.</summary>
    public const int DefaultMaxFields = 200;

    private readonly string?[] raws = new string?[layout.Fields.Count];

    // Under which of its names each field came, so that a list is told from two names that disagree.
    private readonly byte[] spellings = new byte[layout.Fields.Count];
    private List<LooseField>? loose;

    // Texts that came several times, until they are all there: joined one by one, they would be copied again and again.
    private Dictionary<int, StringBuilder>? lists;
    private bool[]? overridden;
    private int known;
    private int added;
    private int recognized;
    private int looseBeforeBody = -1;

    /// <summary>The most fields that may be added, known or not.</summary>
    public int MaxFields => maxFields;

    /// <summary>The names that the campaign does not know, for whoever sent them: the first 50, cut to 100 characters.</summary>
    public IReadOnlyList<string> Ignored => loose is null or [] ? [] : IgnoredNames.Of(loose);

    /// <summary>Whether there is anything that the campaign does not know.</summary>
    public bool HasIgnored => loose is { Count: > 0 };

    /// <summary>Whether any field was understood: of the body, if it has fields; otherwise of the query string.</summary>
    public bool IsUnderstood => recognized > 0 || (known > 0 && (loose?.Count ?? 0) == looseBeforeBody);

    /// <summary>Whether the campaign knows a name, so that what is sent under it must be readable.</summary>
    /// <param name="name">The name as sent.</param>
    public bool Knows(ReadOnlySpan<char> name) => layout.TryFind(name, out _);

    /// <summary>The type of a field; null if the campaign does not know the name.</summary>
    /// <param name="name">The name as sent.</param>
    public FieldType? TypeOf(ReadOnlySpan<char> name) => layout.TryFind(name, out var slot) ? layout.Fields[slot].Type : null;

    /// <summary>Adds a field: first those of the query string, then, after <see cref="StartBody"/>, those of the body.</summary>
    /// <param name="name">Its name as sent; nested names joined by dots.</param>
    /// <param name="raw">Its text; null is the same as not sent.</param>
    /// <returns>What became of it. On <see cref="AddResult.Twice"/> and <see cref="AddResult.TooMany"/> the request is refused.</returns>
    public AddResult Add(ReadOnlySpan<char> name, string? raw) => ++added > maxFields ? AddResult.TooMany : Place(name, raw, 0);

    /// <summary>
    /// Adds an entry of a list of names and values, as advertising networks send them. What it stands for is told by
    /// <see cref="Settle"/>, unless the campaign knows the list's entry by name (<c>field_data.email</c>).
    /// </summary>
    /// <param name="list">The list's name.</param>
    /// <param name="name">The entry's name.</param>
    /// <param name="raw">Its text.</param>
    /// <returns>What became of it.</returns>
    public AddResult AddListed(ReadOnlySpan<char> list, string name, string? raw) =>
        ++added > maxFields ? AddResult.TooMany : Place($"{list}.{name}", raw, list.Length + 1);

    /// <summary>Notes what no field can be: a list of objects, a file, a text that is none, under a name that is not known.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="content">What it holds, so that two submissions can be told apart; null for nothing.</param>
    /// <returns>What became of it.</returns>
    public AddResult Ignore(string name, string? content)
    {
        if (++added > maxFields)
        {
            return AddResult.TooMany;
        }

        (loose ??= []).Add(new(name, content));
        return AddResult.Ignored;
    }

    /// <summary>
    /// Adds a field of a lead that was decided before, sent or looked up; a name that the campaign no longer knows is left out.
    /// What was taken once is not counted again.
    /// </summary>
    /// <param name="name">Its standard name.</param>
    /// <param name="raw">Its text.</param>
    public void Restore(string name, string raw)
    {
        if (!layout.TryFindLookedUp(name, out var slot))
        {
            Place(name, raw, 0);
        }
        else if (raws[slot] is null)
        {
            raws[slot] = raw;
            known++;
        }
    }

    /// <summary>Says that the query parameters are all added and the body follows: the body's fields give way to them.</summary>
    public void StartBody()
    {
        GiveWay();
        recognized = 0;
        looseBeforeBody = loose?.Count ?? 0;
    }

    /// <summary>Says that what is added from now on gives way to what is there.</summary>
    public void GiveWay() =>
        overridden = known == 0 ? null : Array.ConvertAll(raws, raw => !string.IsNullOrWhiteSpace(raw));

    /// <summary>
    /// Says that everything is added: what came in an envelope around the lead, or in a list of names and values, is now read where
    /// it is certain.
    /// </summary>
    public void Settle()
    {
        if (loose is { Count: > 0 })
        {
            var start = Math.Max(looseBeforeBody, 0);
            new LooseReading(layout, this, loose, start).Read(isBare: recognized == 0);
        }
    }

    /// <summary>Takes out the one ignored text that fits, for another reader to read.</summary>
    /// <param name="fits">Whether a text fits.</param>
    /// <returns>The text; null if none fits, or several do.</returns>
    public string? TakeOnly(Predicate<string> fits)
    {
        ArgumentNullException.ThrowIfNull(fits);
        var at = loose?.FindIndex(field => field.IsText && field.Raw is { } raw && fits(raw)) ?? -1;
        if (at < 0 || loose!.FindLastIndex(field => field.IsText && field.Raw is { } raw && fits(raw)) != at)
        {
            return null;
        }

        var text = loose[at].Raw;
        loose.RemoveAt(at);
        return text;
    }

    /// <summary>Standardises every field.</summary>
    /// <param name="receivedAt">When the lead was received.</param>
    public Lead ToLead(DateTimeOffset receivedAt)
    {
        JoinLists();
        var places = new byte[raws.Length];
        var values = new FieldValue[known];
        var (count, hasUnreadable) = (0, false);
        for (var slot = 0; slot < raws.Length; slot++)
        {
            if (raws[slot] is { } raw)
            {
                values[count] = layout.Fields[slot].Type.ReadAnswer(raw);
                hasUnreadable |= values[count++].Validity == Validity.Invalid;
                places[slot] = (byte)count;
            }
        }

        return new(layout, receivedAt, places, values, hasUnreadable, loose ?? (IReadOnlyList<LooseField>)[]);
    }

    /// <summary>Whether a field was sent that tells people apart: an e-mail address, a telephone number.</summary>
    public bool NamesPerson()
    {
        for (var slot = 0; slot < raws.Length; slot++)
        {
            if (layout.Fields[slot].Type.TellsPersonsApart && !string.IsNullOrWhiteSpace(raws[slot]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Fills a field that was not sent, or only blank.</summary>
    /// <param name="slot">The field's slot.</param>
    /// <param name="raw">Its text.</param>
    /// <returns>False if it was sent with another text, which stands.</returns>
    internal bool TryFill(int slot, string? raw)
    {
        recognized++;
        if (raw is null || raws[slot] is null || string.IsNullOrWhiteSpace(raws[slot]))
        {
            known += raw is not null && raws[slot] is null ? 1 : 0;
            raws[slot] = raw ?? raws[slot];
            return true;
        }

        return IsSame(slot, raws[slot]!, raw);
    }

    private AddResult Place(ReadOnlySpan<char> name, string? raw, int listLength)
    {
        if (!layout.TryFind(name, out var slot, out var spelling))
        {
            (loose ??= []).Add(new(name.ToString(), raw) { IsText = true, ListLength = listLength });
            return AddResult.Ignored;
        }

        recognized++;
        if (raw is null)
        {
            return AddResult.Added;
        }

        if (raws[slot] is { } first)
        {
            return overridden is not null && overridden[slot] ? AddResult.Overridden : Repeat(slot, spelling, first, raw);
        }

        (raws[slot], spellings[slot]) = (raw, (byte)spelling);
        known++;
        return AddResult.Added;
    }

    // Nothing is lost by the same value again, or by a blank one. Free text under the same name is a list, as in JSON.
    private AddResult Repeat(int slot, int spelling, string first, string raw)
    {
        if (string.IsNullOrWhiteSpace(raw) || IsSame(slot, first, raw))
        {
            return AddResult.Added;
        }

        if (string.IsNullOrWhiteSpace(first))
        {
            (raws[slot], spellings[slot]) = (raw, (byte)spelling);
            return AddResult.Added;
        }

        if (layout.Fields[slot].Type == StringType.Instance && spellings[slot] == (byte)spelling)
        {
            lists ??= [];
            (lists.TryGetValue(slot, out var list) ? list : lists[slot] = new StringBuilder(first)).Append(',').Append(raw);
            return AddResult.Added;
        }

        return AddResult.Twice;
    }

    private void JoinLists()
    {
        if (lists is not null)
        {
            foreach (var (slot, list) in lists)
            {
                raws[slot] = list.ToString();
            }
        }
    }

    private bool IsSame(int slot, string one, string other)
    {
        if (one.AsSpan().Trim().SequenceEqual(other.AsSpan().Trim()))
        {
            return true;
        }

        var type = layout.Fields[slot].Type;
        if (type == StringType.Instance)
        {
            return false;
        }

        var (left, right) = (type.Standardize(one), type.Standardize(other));
        return left.IsValid && right.IsValid && type.CanonicalText(in left) == type.CanonicalText(in right);
    }
}
