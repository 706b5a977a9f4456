namespace LeadFilter.Core.Leads;

/// <summary>
/// The object or element around a lead: <c>{"lead":{…}}</c>, <c>contact[email]=…</c>, <c>Body.SubmitLead</c> of SOAP. It is told by
/// the known names inside. If more than one object could be the lead, none is: a referrer's address must not become the lead's.
/// </summary>
/// <param name="layout">The campaign's fields.</param>
/// <param name="loose">What came under names that the campaign does not know.</param>
/// <param name="start">Where the body's begin.</param>
internal readonly struct Envelope(FieldLayout layout, List<LooseField> loose, int start)
{
    private const int MaxParts = 6;

    // Parts of the names that envelopes have: leadData, contact_info, SubmitLeadRequest, form_fields, webhookPayload.
    private static readonly string[] Words =
    [
        "lead", "data", "contact", "customer", "consumer", "person", "payload", "record", "body", "envelope", "request",
        "submission", "field", "form", "answer", "properties", "attributes",
    ];

    /// <summary>Finds the envelope.</summary>
    /// <param name="isBare">Whether no field of the body has been understood, so that any word can be the envelope's name.</param>
    /// <param name="namesPerson">
    /// Whether the lead has an e-mail address or a telephone number already: then only an envelope that the campaign names is one.
    /// </param>
    /// <returns>What stands before the names inside, with the dot behind it; null if there is none, or no certain one.</returns>
    public string? Find(bool isBare, bool namesPerson)
    {
        var found = new Dictionary<string, bool>(StringComparer.OrdinalIgnoreCase);
        for (var at = start; at < loose.Count; at++)
        {
            if (Around(loose[at], out var tellsApart) is { } prefix)
            {
                found[prefix] = tellsApart || found.GetValueOrDefault(prefix);
            }
        }

        List<KeyValuePair<string, bool>> certain = [];
        foreach (var one in found)
        {
            if (layout.IsEnvelope(one.Key) || (!namesPerson && (AreWords(one.Key) || (isBare && HoldsAll(one.Key)))))
            {
                certain.Add(one);
            }
        }

        return Only(certain.FindAll(static one => one.Value)) ?? (certain.Exists(static one => one.Value) ? null : Only(certain));
    }

    // The one that holds all the others, if there are others.
    private static string? Only(List<KeyValuePair<string, bool>> found)
    {
        if (found.Count == 0)
        {
            return null;
        }

        var outermost = found.MinBy(static one => one.Key.Length).Key;
        return found.TrueForAll(one => one.Key.StartsWith(outermost, StringComparison.OrdinalIgnoreCase)) ? outermost : null;
    }

    private static bool AreWords(string prefix)
    {
        var parts = prefix.Split('.', StringSplitOptions.RemoveEmptyEntries);
        foreach (var part in parts)
        {
            // SOAP: below the body stands the operation, whatever its name.
            if (part.Equals("Body", StringComparison.Ordinal))
            {
                return true;
            }

            if (!Array.Exists(Words, word => part.Contains(word, StringComparison.OrdinalIgnoreCase)))
            {
                return false;
            }
        }

        return parts.Length > 0;
    }

    private bool HoldsAll(string prefix)
    {
        for (var at = start; at < loose.Count; at++)
        {
            if (!loose[at].Path.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }
        }

        return true;
    }

    private string? Around(LooseField field, out bool tellsApart)
    {
        tellsApart = false;
        if (!field.IsText || field.ListLength > 0)
        {
            return null;
        }

        var (name, at) = (field.Path, -1);
        for (var parts = 0; parts < MaxParts && (at = name.IndexOf('.', at + 1)) >= 0; parts++)
        {
            if (layout.TryFind(name.AsSpan(at + 1), out var slot))
            {
                tellsApart = layout.Fields[slot].Type.TellsPersonsApart;
                return name[..(at + 1)];
            }
        }

        return null;
    }
}
