using System.Text;
using System.Text.RegularExpressions;

namespace LeadFilter.Tests.Fuzzing;

/// <summary>Ways to spoil a good input: bytes, or whole words of its syntax, so that more of it is still understood.</summary>
internal static partial class Damage
{
    private const int MaxInput = 200_000;

    private static readonly byte[] Delicate =
        [0, 9, 10, 13, 27, (byte)' ', (byte)'"', (byte)'\'', (byte)'\\', (byte)'%', (byte)'&', (byte)'<', (byte)'>', (byte)'{', (byte)'}', (byte)'[', (byte)']',
         (byte)',', (byte)':', (byte)';', (byte)'=', (byte)'/', (byte)'#', (byte)'+', (byte)'-', (byte)'.', (byte)'@', (byte)'u', 0x7F, 0x80, 0xC0, 0xED, 0xA0, 0xEF, 0xBB, 0xBF, 0xF4, 0xFF];

    /// <summary>Changes, doubles, moves and cuts bytes.</summary>
    public static byte[] Bytes(Random random, byte[] good)
    {
        var bytes = good.ToList();
        for (var left = random.Next(1, 6); left > 0 && bytes.Count > 0; left--)
        {
            var at = random.Next(bytes.Count);
            var length = Math.Min(random.Next(1, 1 << random.Next(1, 10)), bytes.Count - at);
            switch (random.Next(8))
            {
                case 0: bytes[at] = (byte)random.Next(256); break;
                case 1: bytes[at] = random.Of(Delicate); break;
                case 2: bytes.Insert(at, random.Of(Delicate)); break;
                case 3: bytes[at] ^= (byte)(1 << random.Next(8)); break;
                case 4: bytes.RemoveRange(at, length); break;
                case 5: bytes.InsertRange(random.Next(bytes.Count), bytes.GetRange(at, length)); break;
                case 6: bytes.InsertRange(at, Enumerable.Repeat(random.Of(Delicate), random.Next(1, 300))); break;
                default: bytes.RemoveRange(at, random.Next(4) == 0 ? bytes.Count - at : 0); break;
            }
        }

        return [.. bytes];
    }

    /// <summary>Puts in, takes out, repeats and swaps whole words of a syntax: texts, comments, punctuation, lines.</summary>
    public static byte[] Words(Random random, byte[] good, string[] others)
    {
        var words = Word.Matches(Encoding.UTF8.GetString(good)).Select(match => match.Value).ToList();
        for (var left = random.Next(1, 6); left > 0 && words.Count > 1; left--)
        {
            var at = random.Next(words.Count);
            var length = Math.Min(random.Next(1, 1 << random.Next(1, 8)), words.Count - at);
            switch (random.Next(6))
            {
                case 0: words[at] = random.Of(others); break;
                case 1: words.Insert(at, random.Of(others)); break;
                case 2: words[at] = words[random.Next(words.Count)]; break;
                case 3: words.RemoveRange(at, length); break;
                case 4: words.InsertRange(random.Next(words.Count), words.GetRange(at, length)); break;
                default: (words[at], words[0]) = (words[0], words[at]); break;
            }
        }

        var text = string.Concat(words);
        return Encoding.UTF8.GetBytes(text.Length > MaxInput ? text[..MaxInput] : text);
    }

    /// <summary>One of several.</summary>
    public static T Of<T>(this Random random, IReadOnlyList<T> several) => several[random.Next(several.Count)];

    [GeneratedRegex("""//[^\n]*|"(?:\\.|[^"\\])*"|[{}\[\]:,;=|&<>\n]|[^{}\[\]:,;=|&<>\n"/]+|/|"|\\""", RegexOptions.None, 5_000)]
    private static partial Regex Word { get; }
}
