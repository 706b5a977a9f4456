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
    /// <summary>Splits a whole name.</summary>
    /// <param name="text">The canonical text.</param>
    public static FullName Split(ReadOnlySpan<char> text)
    {
        var tokens = new NameTokens(stackalloc NameSlice[NameTokens.MaxWords]);
        tokens.Read(text);
        var words = tokens.Words;
        if (words.IsEmpty)
        {
            return new(default, NameSlice.Between(0, text.TrimEnd(',').Length), default, default, default);
        }

        var first = SalutationEnd(words, 0, text);
        var end = SuffixStart(tokens, first, text);
        var salutation = Join(words[..first]);
        var suffix = Join(words[end..]);
        var comma = first;
        while (comma < end && !tokens.IsBeforeComma(comma))
        {
            comma++;
        }

        if (comma < end - 1)
        {
            return LastFirst(words[..end], first, comma + 1, text, salutation, suffix);
        }

        // Of two people, the first is meant; the last name can stand behind the second: John & Jane Smith.
        var person = words[first..end];
        var last = person;
        if (AndIn(person, text) is > 0 and var and)
        {
            last = and > 1 || person.Length == and + 2
                ? person[..and]
                : Join(person[..1], person[(and + 1)..], stackalloc NameSlice[NameTokens.MaxWords]);
            person = and == 1 ? person[..1] : person[..and];
        }

        if (last.Length == 1)
        {
            var only = Join(last);
            return first > 0 || (end < words.Length && tokens.IsBeforeComma(end - 1))
                ? new(salutation, default, default, only, suffix)
                : new(salutation, only, default, default, suffix);
        }

        var start = LastNameStart(last, text);
        return new(
            salutation,
            Join(person[..1]),
            person.Length == 1 ? default : Join(person[1..start]),
            Join(last[start..]),
            suffix);
    }

    // Last, First Middle: with a salutation before the first name, a suffix behind the last, and a second person behind the first.
    private static FullName LastFirst(
        ReadOnlySpan<NameSlice> words,
        int start,
        int second,
        ReadOnlySpan<char> text,
        NameSlice salutation,
        NameSlice suffix)
    {
        var first = int.Min(SalutationEnd(words, second, text), words.Length - 1);
        var end = AndIn(words[first..], text) is > 0 and var and ? first + and : words.Length;
        var lastEnd = second;
        while (lastEnd - 1 > start && FullNameWords.IsSuffix(words[lastEnd - 1].Of(text), lastEnd - start))
        {
            lastEnd--;
        }

        return new(
            salutation.Length > 0 ? salutation : Join(words[second..first]),
            Join(words.Slice(first, 1)),
            Join(words[(first + 1)..end]),
            Join(words[start..lastEnd]),
            suffix.Length > 0 ? suffix : Join(words[lastEnd..second]));
    }

    // Mr., Prof. Dr., Mr. and Mrs. At least one word is left.
    private static int SalutationEnd(ReadOnlySpan<NameSlice> words, int start, ReadOnlySpan<char> text)
    {
        var end = start;
        while (end < words.Length - 1 && (FullNameWords.IsSalutation(words[end].Of(text), end == 0)
            || (end > start && end < words.Length - 2 && FullNameWords.IsAnd(words[end].Of(text))
                && FullNameWords.IsSalutation(words[end + 1].Of(text)))))
        {
            end++;
        }

        return end;
    }

    // Where what stands behind the name begins. Behind a comma more words are suffixes, unless a first name can be meant: Lee, Ma.
    private static int SuffixStart(in NameTokens tokens, int first, ReadOnlySpan<char> text)
    {
        var words = tokens.Words;
        var end = words.Length;
        while (end - 1 > first)
        {
            var word = words[end - 1].Of(text);
            var isBehindComma = false;
            for (var i = first + 1; i < end - 1; i++)
            {
                isBehindComma |= tokens.IsBeforeComma(i);
            }

            if (isBehindComma && end - 2 > first && FullNameWords.IsPhD(words[end - 2].Of(text), word))
            {
                end -= 2;
            }
            else if (FullNameWords.IsSuffix(word, end - first)
                || (isBehindComma && FullNameWords.IsCredential(word) && !FullNameWords.IsParticle(words[first].Of(text))))
            {
                end--;
            }
            else
            {
                break;
            }
        }

        return end;
    }

    // Where the word stands that joins two people; 0 without one, or with nobody behind it.
    private static int AndIn(ReadOnlySpan<NameSlice> words, ReadOnlySpan<char> text)
    {
        for (var i = 1; i < words.Length - 1; i++)
        {
            if (FullNameWords.IsAnd(words[i].Of(text)))
            {
                return i;
            }
        }

        return 0;
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

    private static ReadOnlySpan<NameSlice> Join(ReadOnlySpan<NameSlice> first, ReadOnlySpan<NameSlice> second, Span<NameSlice> room)
    {
        first.CopyTo(room);
        second.CopyTo(room[first.Length..]);
        return room[..(first.Length + second.Length)];
    }

    // From the first of some words to the end of the last.
    private static NameSlice Join(ReadOnlySpan<NameSlice> words) =>
        words.IsEmpty ? default : NameSlice.Between(words[0].Start, words[^1].Start + words[^1].Length);
}
