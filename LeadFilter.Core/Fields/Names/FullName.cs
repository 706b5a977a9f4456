using System.Runtime.InteropServices;

namespace LeadFilter.Core.Fields.Names;

/// <summary>
/// A whole name in its parts. The last name is the last word, with the particles before it (de la Cruz, van der Berg, St. John, Ortega y
/// Gasset); two last names in the Spanish manner cannot be told from a middle name without a hyphen. <c>Last, First Middle</c> is
/// understood.
/// </summary>
/// <param name="Salutation">Mr., Dr.</param>
/// <param name="First">The first name.</param>
/// <param name="Middle">Middle names or initials.</param>
/// <param name="Last">The last name.</param>
/// <param name="Suffix">Jr., III, MD.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct FullName(NameSlice Salutation, NameSlice First, NameSlice Middle, NameSlice Last, NameSlice Suffix)
{
    private const int MaxWords = 24;

    /// <summary>Splits a whole name.</summary>
    /// <param name="text">The canonical text.</param>
    public static FullName Split(ReadOnlySpan<char> text)
    {
        Span<NameSlice> words = stackalloc NameSlice[MaxWords];
        words = words[..ReadWords(text, words)];
        var (count, comma) = (words.Length, -1);
        for (var i = 0; i < count && comma < 0; i++)
        {
            comma = text[words[i].Start + words[i].Length - 1] == ',' ? i : -1;
        }

        var (first, end) = (0, count);
        while (first < end - 1 && FullNameWords.IsSalutation(words[first].Of(text)))
        {
            first++;
        }

        while (end - 1 > first && FullNameWords.IsSuffix(words[end - 1].Of(text), end - first))
        {
            end--;
        }

        var salutation = Join(words[..first], text);
        var suffix = Join(words[end..], text);
        if (comma >= first && comma < end - 1)
        {
            // Last, First Middle
            return new(
                salutation,
                Join(words.Slice(comma + 1, 1), text),
                Join(words[(comma + 2)..end], text),
                Join(words[first..(comma + 1)], text),
                suffix);
        }

        if (end - first == 1)
        {
            var only = Join(words[first..end], text);
            return first > 0 ? new(salutation, default, default, only, suffix) : new(salutation, only, default, default, suffix);
        }

        var last = LastNameStart(words[first..end], text) + first;
        return new(
            salutation,
            Join(words.Slice(first, 1), text),
            Join(words[(first + 1)..last], text),
            Join(words[last..end], text),
            suffix);
    }

    // What is left after the last word that there is room for counts as part of it.
    private static int ReadWords(ReadOnlySpan<char> text, Span<NameSlice> words)
    {
        var (count, start) = (0, 0);
        while (start < text.Length)
        {
            var space = count == words.Length - 1 ? -1 : text[start..].IndexOf(' ');
            var end = space < 0 ? text.Length : start + space;
            words[count++] = new(start, end - start);
            start = end + 1;
        }

        return count;
    }

    private static int LastNameStart(ReadOnlySpan<NameSlice> words, ReadOnlySpan<char> text)
    {
        var last = words.Length - 1;
        while (last > 1)
        {
            var before = words[last - 1].Of(text);
            if (FullNameWords.IsParticle(before))
            {
                last--;
            }
            else if (last > 2 && before is "y")
            {
                last -= 2;
            }
            else
            {
                break;
            }
        }

        return last;
    }

    // From the first of some words to the end of the last, without a comma.
    private static NameSlice Join(ReadOnlySpan<NameSlice> words, ReadOnlySpan<char> text)
    {
        if (words.IsEmpty)
        {
            return default;
        }

        var (start, end) = (words[0].Start, words[^1].Start + words[^1].Length);
        return NameSlice.Between(start, text[end - 1] == ',' ? end - 1 : end);
    }
}
