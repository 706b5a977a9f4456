using System.Text;
using LeadFilter.Core.Leads;
using LeadFilter.Http.Problems;

namespace LeadFilter.Http.Leads;

/// <summary>
/// The last step of every reader: a field that was read goes into the draft. What the campaign uses must be readable; the rest is
/// noted, whatever it is.
/// </summary>
internal static class ReadField
{
    /// <summary>Adds a field.</summary>
    /// <param name="draft">Where to.</param>
    /// <param name="name">Its name as sent.</param>
    /// <param name="value">Its text; null is the same as not sent.</param>
    /// <returns>What is wrong, or null.</returns>
    public static Problem? AddTo(LeadDraft draft, ReadOnlySpan<char> name, string? value)
    {
        if (value is null || !value.Contains('\0'))
        {
            return Told(draft, draft.Add(name, value), name);
        }

        return draft.Knows(name)
            ? Problem.UnreadableField(name.ToString(), $"The field '{name}' holds a NUL character. Leave it out.")
            : Told(draft, draft.Ignore(name.ToString(), value), name);
    }

    /// <summary>Adds an entry of a list of names and values.</summary>
    /// <param name="draft">Where to.</param>
    /// <param name="list">The list's name.</param>
    /// <param name="name">The entry's name.</param>
    /// <param name="value">Its text.</param>
    /// <returns>What is wrong, or null.</returns>
    public static Problem? AddListed(LeadDraft draft, ReadOnlySpan<char> list, string name, string? value) =>
        value?.Contains('\0', StringComparison.Ordinal) == true
            ? AddTo(draft, $"{list}.{name}", value)
            : Told(draft, draft.AddListed(list, name, value), name);

    /// <summary>Adds what is no text: it is refused if the campaign knows the name, otherwise noted.</summary>
    /// <param name="draft">Where to.</param>
    /// <param name="name">Its name as sent.</param>
    /// <param name="content">Its bytes.</param>
    /// <param name="why">What is wrong with it and what to do, as the end of a sentence about the field.</param>
    /// <returns>What is wrong, or null.</returns>
    public static Problem? AddUnfit(LeadDraft draft, ReadOnlySpan<char> name, ReadOnlySpan<byte> content, string why) =>
        draft.Knows(name)
            ? Problem.UnreadableField(name.ToString(), $"The field '{name}' {why}")
            : Ignore(draft, name.ToString(), content);

    /// <summary>Notes what no field can be.</summary>
    /// <param name="draft">Where to.</param>
    /// <param name="name">Its name.</param>
    /// <param name="content">Its bytes.</param>
    /// <returns>What is wrong, or null.</returns>
    public static Problem? Ignore(LeadDraft draft, string name, ReadOnlySpan<byte> content) =>
        Told(draft, draft.Ignore(name, Encoding.Latin1.GetString(content)), name);

    private static Problem? Told(LeadDraft draft, AddResult result, ReadOnlySpan<char> name) => result switch
    {
        AddResult.Twice => Problem.DuplicateField(name.ToString()),
        AddResult.TooMany => Problem.TooManyFields(draft.MaxFields),
        _ => null,
    };
}
