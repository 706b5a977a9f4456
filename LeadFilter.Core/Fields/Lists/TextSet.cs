using System.Numerics;
using System.Runtime.CompilerServices;

namespace LeadFilter.Core.Fields.Lists;

/// <summary>
/// A set of short ASCII texts that is searched without case and without allocation. It keeps four bytes or so for each entry: a hash
/// table of places in the list's text, which stays where it is. Found is only what is there letter by letter.
/// </summary>
internal sealed class TextSet
{
    private const uint Offset = 2166136261;
    private const uint Prime = 16777619;

    private readonly ListText list;
    private readonly int[] places;
    private readonly int longest;

    /// <summary>Indexes a list: some 60 ns for each entry.</summary>
    /// <param name="list">The list: ASCII in lower case, one entry a line.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public TextSet(ListText list)
    {
        ArgumentNullException.ThrowIfNull(list);
        this.list = list;
        var text = list();
        var entries = text.Count((byte)'\n') + 1;
        places = new int[BitOperations.RoundUpToPowerOf2((uint)entries * 2)];
        var start = 0;
        while (start < text.Length)
        {
            var hash = Offset;
            var end = start;
            for (; end < text.Length && text[end] >= ' '; end++)
            {
                hash = (hash ^ text[end]) * Prime;
            }

            if (end > start)
            {
                Place(hash, start);
                longest = Math.Max(longest, end - start);
                Count++;
            }

            start = end + 1;
        }
    }

    /// <summary>How many entries there are.</summary>
    public int Count { get; }

    /// <summary>Whether a text is in the set.</summary>
    /// <param name="text">The text; ASCII letters in any case.</param>
    public bool Contains(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || text.Length > longest)
        {
            return false;
        }

        var hash = Offset;
        foreach (var c in text)
        {
            hash = (hash ^ Lower(c)) * Prime;
        }

        var entries = list();
        var mask = places.Length - 1;
        for (var slot = Spread(hash) & mask; places[slot] != 0; slot = (slot + 1) & mask)
        {
            if (IsAt(entries[(places[slot] - 1)..], text))
            {
                return true;
            }
        }

        return false;
    }

    // The high bits of the product are the well mixed ones.
    private static int Spread(uint hash) => (int)(hash ^ (hash >> 15));

    private static uint Lower(char c) => c is >= 'A' and <= 'Z' ? c | 0x20u : c;

    private static bool IsAt(ReadOnlySpan<byte> entries, ReadOnlySpan<char> text)
    {
        if (entries.Length < text.Length || (entries.Length > text.Length && entries[text.Length] >= ' '))
        {
            return false;
        }

        for (var i = 0; i < text.Length; i++)
        {
            if (entries[i] != Lower(text[i]))
            {
                return false;
            }
        }

        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Place(uint hash, int start)
    {
        var mask = places.Length - 1;
        var slot = Spread(hash) & mask;
        while (places[slot] != 0)
        {
            slot = (slot + 1) & mask;
        }

        places[slot] = start + 1;
    }
}
