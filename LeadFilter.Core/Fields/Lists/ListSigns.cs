using System.Buffers.Binary;

namespace LeadFilter.Core.Fields.Lists;

/// <summary>
/// Where to look in a sorted list: the first eight bytes of a line in every 256 bytes of it; and of a short list, which first letters
/// its entries have with which lengths, so that most texts need not be looked for at all.
/// </summary>
internal sealed class ListSigns
{
    private const int Step = 256;
    private const int PrefixLength = sizeof(ulong);

    // In a longer list, almost every letter goes with almost every length.
    private const int MaxForShapes = 16 * 1024;
    private const int Initials = 32;

    // Of the line that starts at each multiple of the step, or first after it.
    private readonly ulong[] prefixes;

    // A bit for each length, by the last five bits of the first letter: the same in either case.
    private readonly ulong[]? lengths;

    private readonly int size;

    /// <summary>Reads a list.</summary>
    /// <param name="entries">ASCII in lower case, one entry a line, in ordinal order.</param>
    /// <exception cref="InvalidOperationException">It is not in ordinal order; of a long list, as far as was looked.</exception>
    public ListSigns(ReadOnlySpan<byte> entries)
    {
        size = entries.Length;
        LineEnd = entries.IndexOf((byte)'\n') is > 0 and var end && entries[end - 1] == '\r' ? (byte)'\r' : (byte)'\n';
        prefixes = size <= 2 * Step ? [] : ReadPrefixes(entries);
        lengths = size <= MaxForShapes ? ReadLengths(entries) : null;
    }

    /// <summary>What follows an entry: raw string literals have the line ends of their source file.</summary>
    public byte LineEnd { get; }

    /// <summary>Whether a text may be in the list: no is certain.</summary>
    /// <param name="text">The text, not empty, in any case.</param>
    public bool MayHold(ReadOnlySpan<char> text) => lengths is null || (lengths[text[0] % Initials] & LengthBit(text.Length)) != 0;

    /// <summary>Between which places of the list a line is, with the end of the line before it, if it is there.</summary>
    /// <param name="line">The line with its end.</param>
    public (int From, int To) PlaceOf(ReadOnlySpan<byte> line)
    {
        if (prefixes.Length == 0)
        {
            return (0, size);
        }

        var prefix = Prefix(line);
        var (low, high) = (0, prefixes.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = prefixes[middle] < prefix ? (middle + 1, high) : (low, middle);
        }

        while (high < prefixes.Length && prefixes[high] == prefix)
        {
            high++;
        }

        return (Math.Max(((low - 1) * Step) - 1, 0), high == prefixes.Length ? size : Math.Min((high * Step) + line.Length, size));
    }

    private static ulong[] ReadPrefixes(ReadOnlySpan<byte> entries)
    {
        var read = new ulong[(entries.Length + Step - 1) / Step];
        read[0] = Prefix(entries);
        for (var at = 1; at < read.Length; at++)
        {
            var rest = entries[(at * Step)..];
            var end = rest.IndexOf((byte)'\n');
            read[at] = end < 0 || end == rest.Length - 1 ? ulong.MaxValue : Prefix(rest[(end + 1)..]);
            if (read[at] < read[at - 1])
            {
                throw OutOfOrder();
            }
        }

        return read;
    }

    private static ulong[] ReadLengths(ReadOnlySpan<byte> entries)
    {
        var read = new ulong[Initials];
        ReadOnlySpan<byte> last = default;
        while (!entries.IsEmpty)
        {
            var end = entries.IndexOf((byte)'\n');
            var entry = (end < 0 ? entries : entries[..end]).TrimEnd((byte)'\r');
            if (!entry.IsEmpty)
            {
                if (last.SequenceCompareTo(entry) >= 0)
                {
                    throw OutOfOrder();
                }

                last = entry;
                read[entry[0] % Initials] |= LengthBit(entry.Length);
            }

            entries = end < 0 ? default : entries[(end + 1)..];
        }

        return read;
    }

    private static InvalidOperationException OutOfOrder() => new("A list is not in ordinal order, or has an entry twice.");

    // Lengths 64 apart share a bit.
    private static ulong LengthBit(int length) => 1UL << length;

    // The first eight bytes of a line, the first of them the highest; zeros after its end.
    private static ulong Prefix(ReadOnlySpan<byte> line)
    {
        if (line.Length >= PrefixLength && !line[..PrefixLength].ContainsAnyInRange((byte)0, (byte)31))
        {
            return BinaryPrimitives.ReadUInt64BigEndian(line);
        }

        var prefix = 0UL;
        for (var i = 0; i < PrefixLength; i++)
        {
            if (i < line.Length && line[i] < ' ')
            {
                line = line[..i];
            }

            prefix = (prefix << 8) | (i < line.Length ? line[i] : 0UL);
        }

        return prefix;
    }
}
