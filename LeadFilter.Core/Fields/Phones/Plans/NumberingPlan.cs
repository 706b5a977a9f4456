using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace LeadFilter.Core.Fields.Phones.Plans;

/// <summary>How one region writes telephone numbers: what comes before them, and how long they are.</summary>
internal sealed class NumberingPlan
{
    private readonly DigitAutomaton general;
    private readonly uint lengths;
    private readonly uint localLengths;
    private readonly PrefixPattern? internationalPrefix;
    private readonly PrefixPattern? nationalPrefix;
    private readonly string replacement;

    /// <summary>Unpacks a plan.</summary>
    /// <param name="callingCode">The calling code that the region belongs to.</param>
    /// <param name="region">The region's number in <see cref="PlanArchive.RegionCodes"/>.</param>
    /// <param name="packed">Bytes as tools/refresh-phones.mjs writes them; what is read is taken off.</param>
    public NumberingPlan(CallingCode callingCode, int region, ref ReadOnlySpan<byte> packed)
    {
        CallingCode = callingCode;
        Region = region;
        general = new(ref packed);
        lengths = BinaryPrimitives.ReadUInt32LittleEndian(packed);
        localLengths = BinaryPrimitives.ReadUInt32LittleEndian(packed[4..]);
        packed = packed[8..];
        internationalPrefix = PrefixPattern.Unpack(ref packed);
        nationalPrefix = PrefixPattern.Unpack(ref packed);
        replacement = Encoding.ASCII.GetString(packed.Slice(1, packed[0]));
        packed = packed[(1 + packed[0])..];
    }

    /// <summary>The calling code that the region belongs to.</summary>
    public CallingCode CallingCode { get; }

    /// <summary>The region's number in <see cref="PlanArchive.RegionCodes"/>.</summary>
    public int Region { get; }

    /// <summary>Whether a number has the form of this plan's numbers, whatever its length.</summary>
    /// <param name="national">A national number.</param>
    public bool Describes(ReadOnlySpan<char> national) => general.LabelOf(national) != 0;

    /// <summary>How a number's length compares with the plan's numbers.</summary>
    /// <param name="count">Digits of the national number.</param>
    public LengthFit Fit(int count)
    {
        if (count < 32 && ((localLengths >> count) & 1) != 0)
        {
            return LengthFit.Local;
        }

        return count < BitOperations.TrailingZeroCount(lengths) ? LengthFit.TooShort
            : count > BitOperations.Log2(lengths) ? LengthFit.TooLong
            : ((lengths >> count) & 1) != 0 ? LengthFit.Possible : LengthFit.Impossible;
    }

    /// <summary>How many digits of a number are the prefix for calls abroad, with which the plan's region dials.</summary>
    /// <param name="digits">A number as dialled.</param>
    /// <returns>0 without one. A prefix is none if a zero follows: no calling code begins so.</returns>
    public int InternationalPrefixOf(ReadOnlySpan<char> digits)
    {
        Span<int> places = stackalloc int[PrefixPattern.Places];
        if (internationalPrefix is null || !internationalPrefix.Matches(digits, places))
        {
            return 0;
        }

        var end = places[1];
        return end < digits.Length && digits[end] == '0' ? 0 : end;
    }

    /// <summary>Takes the prefix for calls inside the region off a number, and puts in what the prefix stands for.</summary>
    /// <param name="digits">A number as dialled.</param>
    /// <param name="room">Room for the result, at least the number's length and ten digits more.</param>
    /// <returns>The national number, in place or in the room; the number itself where no prefix is to be taken away.</returns>
    public ReadOnlySpan<char> WithoutNationalPrefix(ReadOnlySpan<char> digits, Span<char> room)
    {
        Span<int> places = stackalloc int[PrefixPattern.Places];
        if (digits.IsEmpty || nationalPrefix is null || !nationalPrefix.Matches(digits, places))
        {
            return digits;
        }

        // Where the pattern's last group took part, its numbers are rewritten.
        var last = nationalPrefix.Groups;
        var rewrites = replacement.Length > 0 && places[2 * last] >= 0 && places[(2 * last) + 1] > places[2 * last];
        var rest = digits[places[1]..];
        var national = rewrites ? Rewrite(digits, rest, places, room) : rest;

        // What looks like a prefix belongs to the number if the number is one with it and none without.
        return Describes(digits) && !Describes(national) ? digits : national;
    }

    private ReadOnlySpan<char> Rewrite(ReadOnlySpan<char> digits, ReadOnlySpan<char> rest, scoped ReadOnlySpan<int> places, Span<char> room)
    {
        var count = 0;
        for (var i = 0; i < replacement.Length; i++)
        {
            if (replacement[i] == '$')
            {
                var group = replacement[++i] - '0';
                if (places[2 * group] >= 0)
                {
                    var text = digits[places[2 * group]..places[(2 * group) + 1]];
                    text.CopyTo(room[count..]);
                    count += text.Length;
                }
            }
            else
            {
                room[count++] = replacement[i];
            }
        }

        rest.CopyTo(room[count..]);
        return room[..(count + rest.Length)];
    }
}
