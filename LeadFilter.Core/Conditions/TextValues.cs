using System.Buffers;
using System.Numerics;
using System.Text;

namespace LeadFilter.Core.Conditions;

/// <summary>
/// A set of texts that is searched without case and without allocation. A few are compared one by one. Of many, those in ASCII lie in one
/// block of bytes with a hash table of places, some ten bytes for each beside its letters; a million strings would take five times that.
/// </summary>
internal sealed class TextValues
{
    private const int Few = 6;
    private const byte End = (byte)'\n';

    private readonly string[]? few;
    private readonly byte[] block = [];
    private readonly int[] places = [];
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>>? others;

    public TextValues(IEnumerable<string> values)
    {
        var bytes = new ArrayBufferWriter<byte>();
        var starts = new List<int>();
        var first = new List<string>();
        HashSet<string>? beyondAscii = null;
        foreach (var value in values)
        {
            if (++Count <= Few)
            {
                first.Add(value);
            }

            if (IsPlain(value))
            {
                starts.Add(bytes.WrittenCount);
                Encoding.ASCII.GetBytes(value, bytes);
                bytes.Write([End]);
            }
            else
            {
                (beyondAscii ??= new(StringComparer.OrdinalIgnoreCase)).Add(value);
            }
        }

        if (Count <= Few)
        {
            few = [.. first];
            return;
        }

        block = bytes.WrittenSpan.ToArray();
        places = new int[BitOperations.RoundUpToPowerOf2((uint)Math.Max(starts.Count * 2, 2))];
        others = beyondAscii?.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var start in starts)
        {
            Place(start);
        }
    }

    /// <summary>How many texts were given.</summary>
    public int Count { get; }

    public bool Contains(ReadOnlySpan<char> text)
    {
        if (few is not null)
        {
            return IsOneOf(few, text);
        }

        var mask = places.Length - 1;
        for (var at = Hash(text) & mask; places[at] != 0; at = (at + 1) & mask)
        {
            var entry = block.AsSpan(places[at] - 1);
            if (entry.Length > text.Length && entry[text.Length] == End && Ascii.EqualsIgnoreCase(entry[..text.Length], text))
            {
                return true;
            }
        }

        return others is { } set && set.Contains(text);
    }

    private static bool IsOneOf(string[] texts, ReadOnlySpan<char> text)
    {
        foreach (var candidate in texts)
        {
            if (candidate.Length == text.Length && text.Equals(candidate, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsPlain(string value) => Ascii.IsValid(value) && !value.Contains((char)End, StringComparison.Ordinal);

    private static int Hash(ReadOnlySpan<char> text) => string.GetHashCode(text, StringComparison.OrdinalIgnoreCase);

    private void Place(int start)
    {
        var entry = block.AsSpan(start);
        entry = entry[..entry.IndexOf(End)];
        char[]? rented = null;
        var text = entry.Length <= 256 ? stackalloc char[256] : rented = ArrayPool<char>.Shared.Rent(entry.Length);
        Encoding.ASCII.GetChars(entry, text);
        var mask = places.Length - 1;
        var at = Hash(text[..entry.Length]) & mask;
        while (places[at] != 0)
        {
            at = (at + 1) & mask;
        }

        places[at] = start + 1;
        if (rented is not null)
        {
            ArrayPool<char>.Shared.Return(rented);
        }
    }
}
