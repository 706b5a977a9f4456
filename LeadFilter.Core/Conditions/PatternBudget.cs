using System.Buffers.Binary;
using LeadFilter.Core.Patterns;

namespace LeadFilter.Core.Conditions;

/// <summary>
/// What patterns may take in one decision, kept at the beginning of what the decision remembers. The bytes that engines
/// allocate to learn new states stand for their time, and unlike a clock they are the same on every machine.
/// </summary>
internal static class PatternBudget
{
    /// <summary>How many bytes it keeps: whether a search gave up, and what was learned.</summary>
    public const int Length = 1 + sizeof(long);

    /// <summary>The most that the patterns of one decision learn: 32 MB, about 0.1 s of work.</summary>
    public const long MaxLearned = 32L << 20;

    /// <summary>Searches a text.</summary>
    /// <returns>Null if it would take, or took, too long.</returns>
    public static bool? Search(Pattern pattern, ReadOnlySpan<char> text, Span<byte> remembered)
    {
        var learned = BinaryPrimitives.ReadInt64LittleEndian(remembered[1..]);
        bool? found = null;
        if (learned < MaxLearned)
        {
            found = pattern.IsIn(text, out var more);
            BinaryPrimitives.WriteInt64LittleEndian(remembered[1..], learned + more);
        }

        remembered[0] |= found is null ? (byte)1 : (byte)0;
        return found;
    }

    /// <summary>Whether a search of this decision gave up.</summary>
    public static bool HasGivenUp(ReadOnlySpan<byte> remembered) => remembered[0] != 0;
}
