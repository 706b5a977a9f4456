using System.Buffers.Binary;

namespace LeadFilter.Core.Fields.Phones.Plans;

/// <summary>
/// What may stand before a number and is not dialled from abroad, with groups that are kept. A program without loops, tried in
/// order: its time is bounded by its length.
/// </summary>
internal sealed class PrefixPattern
{
    /// <summary>Room for the places where the whole match and three groups begin and end.</summary>
    public const int Places = 8;

    private readonly ushort[] program;

    private PrefixPattern(ushort[] program) => this.program = program;

    // The units of tools/refresh-phones.mjs.
    private enum Step : ushort
    {
        Match,
        Digit,
        OrElse,
        GoTo,
        Place,
        End,
    }

    /// <summary>How many groups the pattern has.</summary>
    public int Groups { get; private init; }

    /// <summary>Unpacks a pattern.</summary>
    /// <param name="packed">Bytes as tools/refresh-phones.mjs writes them; what is read is taken off.</param>
    /// <returns>Null where there is none.</returns>
    public static PrefixPattern? Unpack(ref ReadOnlySpan<byte> packed)
    {
        var units = new ushort[BinaryPrimitives.ReadUInt16LittleEndian(packed)];
        packed = packed[2..];
        for (var i = 0; i < units.Length; i++)
        {
            units[i] = BinaryPrimitives.ReadUInt16LittleEndian(packed);
            packed = packed[2..];
        }

        return units.Length == 0 ? null : new(units) { Groups = CountGroups(units) };
    }

    /// <summary>Matches the beginning of a number.</summary>
    /// <param name="digits">The number.</param>
    /// <param name="places">Where group N begins (2N) and ends (2N + 1); -1 where it took no part. Group 0 is the whole match.</param>
    public bool Matches(ReadOnlySpan<char> digits, Span<int> places)
    {
        places.Fill(-1);
        places[0] = 0;
        places[1] = Run(0, digits, 0, places);
        return places[1] >= 0;
    }

    private static int CountGroups(ushort[] units)
    {
        var most = 0;
        for (var at = 0; at < units.Length; at += (Step)units[at] is Step.Match or Step.End ? 1 : 2)
        {
            most = (Step)units[at] == Step.Place ? Math.Max(most, units[at + 1] / 2) : most;
        }

        return most;
    }

    // Where the match ends; -1 without one.
    private int Run(int at, ReadOnlySpan<char> digits, int position, Span<int> places)
    {
        while (true)
        {
            switch ((Step)program[at])
            {
                case Step.Match:
                    return position;
                case Step.Digit when position < digits.Length && ((program[at + 1] >> (digits[position] - '0')) & 1) != 0:
                    position++;
                    at += 2;
                    break;
                case Step.OrElse:
                    if (Run(at + 2, digits, position, places) is >= 0 and var end)
                    {
                        return end;
                    }

                    at = program[at + 1];
                    break;
                case Step.GoTo:
                    at = program[at + 1];
                    break;
                case Step.Place:
                    return RunFromPlace(at, digits, position, places);
                case Step.End when position == digits.Length:
                    at++;
                    break;
                default:
                    return -1;
            }
        }
    }

    // A place is taken back if what follows does not match.
    private int RunFromPlace(int at, ReadOnlySpan<char> digits, int position, Span<int> places)
    {
        var place = program[at + 1];
        var before = places[place];
        places[place] = position;
        var end = Run(at + 2, digits, position, places);
        if (end < 0)
        {
            places[place] = before;
        }

        return end;
    }
}
