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
    private List<string>? ignored;
    private bool[]? overridden;
    private int known;
    private int added;

    /// <summary>The most fields that may be added, known or not.</summary>
    public int MaxFields => maxFields;

    /// <summary>The names that the campaign does not know, as they were sent.</summary>
    public IReadOnlyList<string> Ignored => ignored ?? (IReadOnlyList<string>)[];

    /// <summary>Adds a field: first those of the query string, then, after <see cref="StartBody"/>, those of the body.</summary>
    /// <param name="name">Its name as sent; nested names joined by dots.</param>
    /// <param name="raw">Its text; null is the same as not sent.</param>
    /// <returns>What became of it. On <see cref="AddResult.Twice"/> and <see cref="AddResult.TooMany"/> the request is refused.</returns>
    public AddResult Add(ReadOnlySpan<char> name, string? raw) => ++added > maxFields ? AddResult.TooMany : Place(name, raw);

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
            Place(name, raw);
        }
        else if (raws[slot] is null)
        {
            raws[slot] = raw;
            known++;
        }
    }

    /// <summary>Says that the query parameters are all added and the body follows: the body's fields give way to them.</summary>
    public void StartBody() => overridden = known == 0 ? null : Array.ConvertAll(raws, raw => raw is not null);

    /// <summary>Standardises every field.</summary>
    /// <param name="receivedAt">When the lead was received.</param>
    public Lead ToLead(DateTimeOffset receivedAt)
    {
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

        return new(layout, receivedAt, places, values, hasUnreadable);
    }

    private AddResult Place(ReadOnlySpan<char> name, string? raw)
    {
        if (!layout.TryFind(name, out var slot))
        {
            (ignored ??= []).Add(name.ToString());
            return AddResult.Ignored;
        }

        if (raw is null)
        {
            return AddResult.Added;
        }

        if (raws[slot] is not null)
        {
            return overridden is not null && overridden[slot] ? AddResult.Overridden : AddResult.Twice;
        }

        raws[slot] = raw;
        known++;
        return AddResult.Added;
    }
}
