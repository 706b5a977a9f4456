using System.Buffers.Binary;
using System.Numerics;

namespace LeadFilter.Core.Fields.Phones.Plans;

/// <summary>A set of numbers, each with a label, as a deterministic automaton over the digits: one look-up a digit.</summary>
internal sealed class DigitAutomaton
{
    private const int Dead = 0;

    private readonly ushort[] next;
    private readonly ushort[] labels;

    /// <summary>Unpacks an automaton.</summary>
    /// <param name="packed">Bytes as tools/refresh-phones.mjs writes them; what is read is taken off.</param>
    public DigitAutomaton(ref ReadOnlySpan<byte> packed)
    {
        var count = TakeWord(ref packed);
        next = new ushort[(count + 1) * 10];
        labels = new ushort[count + 1];
        for (var state = 1; state <= count; state++)
        {
            var head = TakeWord(ref packed);
            labels[state] = (ushort)(head >> 4);
            for (var edges = head & 0xF; edges > 0; edges--)
            {
                var digits = (uint)TakeWord(ref packed);
                var target = (ushort)TakeWord(ref packed);
                for (; digits != 0; digits &= digits - 1)
                {
                    next[(state * 10) + BitOperations.TrailingZeroCount(digits)] = target;
                }
            }
        }
    }

    /// <summary>The label of a number; 0 if it is not in the set.</summary>
    /// <param name="digits">Digits 0 to 9.</param>
    public int LabelOf(ReadOnlySpan<char> digits)
    {
        var state = labels.Length - 1;
        foreach (var digit in digits)
        {
            state = next[(state * 10) + (digit - '0')];
            if (state == Dead)
            {
                return 0;
            }
        }

        return labels[state];
    }

    private static int TakeWord(ref ReadOnlySpan<byte> packed)
    {
        var word = BinaryPrimitives.ReadUInt16LittleEndian(packed);
        packed = packed[2..];
        return word;
    }
}
