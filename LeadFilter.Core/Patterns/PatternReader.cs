using System.Runtime.InteropServices;

namespace LeadFilter.Core.Patterns;

/// <summary>
/// Counts the positions of a pattern's repetitions. It reads no more of the syntax than it takes to find atoms, groups and
/// repetitions.
/// </summary>
/// <param name="pattern">The pattern; the engine has read it without a complaint.</param>
internal ref struct PatternReader(ReadOnlySpan<char> pattern)
{
    // More than any pattern may have, and small enough to be multiplied.
    private const int Many = 1_000_000;

    private readonly ReadOnlySpan<char> pattern = pattern;
    private int at;

    /// <summary>Reads the whole pattern.</summary>
    public PatternSize Read()
    {
        var (_, counted, nested) = ReadAlternatives();
        return new(counted, nested);
    }

    private static int Capped(long count) => (int)Math.Min(count, Many);

    // Up to the bracket that closes the group, or the end.
    private Part ReadAlternatives()
    {
        Part all = default;
        while (at < pattern.Length && pattern[at] != ')')
        {
            var next = ReadAtom();
            all = all.And(ReadRepetitions(next));
        }

        return all;
    }

    private Part ReadAtom()
    {
        switch (pattern[at])
        {
            case '(':
                return ReadGroup();
            case '[':
                SkipClass();
                return Part.One;
            case '\\':
                SkipEscape();
                return Part.One;
            case '|' or '^' or '$':
                at++;
                return default;
            default:
                at++;
                return Part.One;
        }
    }

    private Part ReadGroup()
    {
        at++;
        if (at < pattern.Length && pattern[at] == '?')
        {
            if (at + 1 < pattern.Length && pattern[at + 1] == '#')
            {
                at = pattern[at..].IndexOf(')') is var end and >= 0 ? at + end + 1 : pattern.Length;
                return default;
            }

            SkipGroupKind();
        }

        var inside = ReadAlternatives();
        at = Math.Min(at + 1, pattern.Length);
        return inside;
    }

    // (?:  (?<name>  (?'name'  (?i:  (?i)
    private void SkipGroupKind()
    {
        at++;
        if (at < pattern.Length && pattern[at] is '<' or '\'')
        {
            var end = pattern[(at + 1)..].IndexOf(pattern[at] == '<' ? '>' : '\'');
            at = end < 0 ? pattern.Length : at + end + 2;
            return;
        }

        while (at < pattern.Length && pattern[at] is not ':' and not ')')
        {
            at++;
        }

        if (at < pattern.Length && pattern[at] == ':')
        {
            at++;
        }
    }

    // [a-z-[aeiou]] has a class inside; ] stands for itself as the first character.
    private void SkipClass()
    {
        at++;
        if (at < pattern.Length && pattern[at] == '^')
        {
            at++;
        }

        var first = true;
        while (at < pattern.Length && (first || pattern[at] != ']'))
        {
            switch (pattern[at])
            {
                case '\\':
                    at += 2;
                    break;
                case '[' when !first && pattern[at - 1] == '-':
                    SkipClass();
                    break;
                default:
                    at++;
                    break;
            }

            first = false;
        }

        at = Math.Min(at + 1, pattern.Length);
    }

    // \d  \x41  \u0041  \cA  \p{L}: whatever letters and digits are left over count as positions of their own.
    private void SkipEscape()
    {
        var letter = at + 1 < pattern.Length ? pattern[at + 1] : '\\';
        at = Math.Min(at + 2, pattern.Length);
        if (letter is 'p' or 'P' && at < pattern.Length && pattern[at] == '{')
        {
            at = pattern[at..].IndexOf('}') is var end and >= 0 ? at + end + 1 : pattern.Length;
        }
        else if (letter is 'x' or 'u' or 'c')
        {
            at = Math.Min(at + (letter switch { 'x' => 2, 'u' => 4, _ => 1 }), pattern.Length);
        }
    }

    private Part ReadRepetitions(Part atom)
    {
        var part = atom;
        while (at < pattern.Length)
        {
            switch (pattern[at])
            {
                case '*' or '+':
                    at++;
                    part = part.Repeated();
                    break;
                case '?':
                    at++;
                    break;
                case '{' when TryReadCounts(out var least, out var most):
                    part = most is { } bound ? part.RepeatedUpTo(Math.Max(bound, 1)) : part.RepeatedUpTo(Math.Max(least, 1)).Repeated();
                    break;
                default:
                    return part;
            }
        }

        return part;
    }

    // {n}  {n,}  {n,m}: anything else stands for itself.
    private bool TryReadCounts(out int least, out int? most)
    {
        most = null;
        var index = at + 1;
        if (!TryReadCount(ref index, out least))
        {
            return false;
        }

        if (index < pattern.Length && pattern[index] == ',')
        {
            index++;
            if (TryReadCount(ref index, out var bound))
            {
                most = bound;
            }
        }
        else
        {
            most = least;
        }

        if (index >= pattern.Length || pattern[index] != '}')
        {
            return false;
        }

        at = index + 1;
        return true;
    }

    private readonly bool TryReadCount(ref int index, out int count)
    {
        var start = index;
        count = 0;
        while (index < pattern.Length && char.IsAsciiDigit(pattern[index]))
        {
            count = Capped((count * 10L) + (pattern[index] - '0'));
            index++;
        }

        return index > start;
    }

    /// <summary>A part of a pattern.</summary>
    /// <param name="Positions">All its positions.</param>
    /// <param name="Counted">Those in counted repetitions.</param>
    /// <param name="Nested">Those in counted repetitions inside of other repetitions.</param>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Part(int Positions, int Counted, int Nested)
    {
        public static Part One => new(1, 0, 0);

        public Part And(Part other) => new(
            Capped((long)Positions + other.Positions),
            Capped((long)Counted + other.Counted),
            Capped((long)Nested + other.Nested));

        // Without a bound.
        public Part Repeated() => this with { Nested = Counted };

        public Part RepeatedUpTo(int times)
        {
            if (times == 1)
            {
                return this;
            }

            var all = Capped((long)Positions * times);
            return new(all, all, Capped((long)Counted * times));
        }
    }
}
