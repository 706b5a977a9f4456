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
    private const int MostWords = 24;

    /// <summary>Splits a whole name.</summary>
    /// <param name="text">The canonical text.</param>
    public static FullName Split(ReadOnlySpan<char> text)
    {
        Span<Range> ranges = stackalloc Range[MostWords];
        var count = text.Split(ranges, ' ', StringSplitOptions.RemoveEmptyEntries);
        Span<NameSlice> words = stackalloc NameSlice[MostWords];
        var comma = -1;
        for (var i = 0; i < count; i++)
        {
            var (start, length) = ranges[i].GetOffsetAndLength(text.Length);
            words[i] = new(start, length);
            comma = comma < 0 && text[start + length - 1] == ',' ? i : comma;
        }

        words = words[..count];
        var (first, end) = (0, count);
        while (first < end - 1 && IsSalutation(words[first].Of(text)))
        {
            first++;
        }

        while (end - 1 > first && IsSuffix(words[end - 1].Of(text), end - first))
        {
            end--;
        }

        var salutation = Join(words[..first], text);
        var suffix = Join(words[end..], text);
        if (comma >= first && comma < end - 1)
        {
            // Last, First Middle
            return new(salutation, Join(words.Slice(comma + 1, 1), text), Join(words[(comma + 2)..end], text), Join(words[first..(comma + 1)], text), suffix);
        }

        if (end - first == 1)
        {
            var only = Join(words[first..end], text);
            return first > 0 ? new(salutation, default, default, only, suffix) : new(salutation, only, default, default, suffix);
        }

        var last = LastNameStart(words[first..end], text) + first;
        return new(salutation, Join(words.Slice(first, 1), text), Join(words[(first + 1)..last], text), Join(words[last..end], text), suffix);
    }

    private static int LastNameStart(ReadOnlySpan<NameSlice> words, ReadOnlySpan<char> text)
    {
        var last = words.Length - 1;
        while (last > 1)
        {
            var before = words[last - 1].Of(text);
            if (IsParticle(before))
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

    private static bool IsSalutation(ReadOnlySpan<char> word)
    {
        Span<char> small = stackalloc char[12];
        return Small(word, small) is "mr" or "mrs" or "ms" or "miss" or "mx" or "dr" or "prof" or "professor" or "rev" or "reverend" or "sir" or "madam" or "hon"
            or "mister" or "doctor" or "herr" or "frau" or "señor" or "señora" or "señorita" or "sra" or "srta" or "mme" or "mlle" or "monsieur" or "madame"
            or "capt" or "sgt" or "lt" or "col" or "maj" or "fr";
    }

    private static bool IsSuffix(ReadOnlySpan<char> word, int words)
    {
        Span<char> small = stackalloc char[12];
        return Small(word, small) switch
        {
            "jr" or "sr" or "ii" or "iii" or "iv" or "phd" or "esq" or "dds" or "dvm" or "cpa" or "2nd" or "3rd" or "4th" or "5th" => true,
            "v" or "vi" or "md" or "rn" or "do" => words > 2 && word is ['V', ..] or ['M', 'D', ..] or ['R', 'N', ..],
            _ => false,
        };
    }

    private static bool IsParticle(ReadOnlySpan<char> word)
    {
        Span<char> small = stackalloc char[12];
        return Small(word, small) is "de" or "del" or "della" or "di" or "da" or "das" or "dos" or "du" or "des" or "la" or "las" or "los" or "le" or "van"
            or "von" or "vom" or "zu" or "zum" or "zur" or "der" or "den" or "het" or "ter" or "ten" or "st" or "ste" or "san" or "santa" or "el" or "bin"
            or "ibn" or "abu" or "'t" or "dem";
    }

    // A word in small letters without its dots and comma; empty if it is longer than any that is looked for.
    private static ReadOnlySpan<char> Small(ReadOnlySpan<char> word, Span<char> small)
    {
        word = word.TrimEnd(',');
        if (word.Length > small.Length)
        {
            return default;
        }

        var length = 0;
        foreach (var c in word)
        {
            if (c != '.')
            {
                small[length++] = char.ToLowerInvariant(c);
            }
        }

        return small[..length];
    }
}
