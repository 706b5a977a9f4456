using LeadFilter.Core.Fields.Catalogue;

namespace LeadFilter.Core.Leads;

/// <summary>
/// Reads what came under names that the campaign does not know where it is certain what was meant: the entries of lists of names
/// and values, values in an object of their own (<c>email.value</c>), and leads in an envelope (<c>{"lead":{…}}</c>, SOAP). Only
/// fields that were not sent otherwise are filled.
/// </summary>
/// <param name="layout">The campaign's fields.</param>
/// <param name="draft">Where fields are filled.</param>
/// <param name="loose">What came under such names. What is read is taken out.</param>
/// <param name="start">Where the body's begin, behind those of the query string.</param>
internal sealed class LooseReading(FieldLayout layout, LeadDraft draft, List<LooseField> loose, int start)
{
    private const string ValueSuffix = ".value";

    // Form builders: Elementor, HubSpot.
    private static readonly string[] ValueHolders = ["fields.", "form_fields.", "properties."];

    /// <summary>Reads all that is certain.</summary>
    /// <param name="isBare">Whether no field of the body has been understood.</param>
    public void Read(bool isBare)
    {
        ReadLists();
        TakeWhere(static (reading, field) => reading.TryFillOwnValue(field));
        if (new Envelope(layout, loose, start).Find(isBare && !draft.IsUnderstood, draft.NamesPerson()) is { } envelope)
        {
            TakeWhere((reading, field) =>
                field.Path is var path
                && path.StartsWith(envelope, StringComparison.OrdinalIgnoreCase)
                && reading.TryFill(path.AsSpan(envelope.Length), field));
        }
    }

    private void ReadLists()
    {
        string? list = null;
        TakeWhere((reading, field) =>
        {
            if (field.ListLength == 0)
            {
                return false;
            }

            list = field.Name[..(field.ListLength - 1)];
            var name = field.Name[field.ListLength..];
            return reading.TryFill(name, field)
                || (AdNetworkNames.OfAnswer(name) is { } standard && reading.TryFill(standard, field));
        });
        if (list is not null && AdNetworkNames.Beside(list[(list.LastIndexOf('.') + 1)..]) is { } beside)
        {
            TakeWhere((reading, field) =>
                beside.TryGetValue(field.Name, out var standard) && (standard.Length == 0 || reading.TryFill(standard, field)));
        }
    }

    // A test that stands anywhere is a test: bought by mistake, it costs money.
    private bool TryFillOwnValue(LooseField field)
    {
        var name = field.Path.AsSpan();
        if (name.EndsWith("." + Lead.TestField, StringComparison.OrdinalIgnoreCase))
        {
            return TryFill(Lead.TestField, field);
        }

        if (!name.EndsWith(ValueSuffix, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        name = name[..^ValueSuffix.Length];
        foreach (var holder in ValueHolders)
        {
            if (name.StartsWith(holder, StringComparison.OrdinalIgnoreCase))
            {
                return TryFill(name[holder.Length..], field);
            }
        }

        return TryFill(name, field);
    }

    private bool TryFill(ReadOnlySpan<char> name, LooseField field) =>
        field.IsText && layout.TryFind(name, out var slot) && draft.TryFill(slot, field.Raw);

    private void TakeWhere(Func<LooseReading, LooseField, bool> isRead)
    {
        for (var at = start; at < loose.Count; at++)
        {
            if (isRead(this, loose[at]))
            {
                loose.RemoveAt(at--);
            }
        }
    }
}
