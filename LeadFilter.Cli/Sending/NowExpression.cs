using System.Buffers.Text;
using System.Runtime.InteropServices;

namespace LeadFilter.Cli.Sending;

/// <summary>A time relative to the sending, as lines write it: <c>{now}</c>, <c>{now-45s}</c>, <c>{now+2d:unix}</c>.</summary>
/// <param name="Offset">How much later than the sending; at most 100 years either way.</param>
/// <param name="Format">How it is written.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct NowExpression(TimeSpan Offset, NowFormat Format)
{
    private static readonly TimeSpan Farthest = TimeSpan.FromDays(36_500);

    /// <summary>What every expression begins with.</summary>
    public static ReadOnlySpan<byte> Opening => "{now"u8;

    /// <summary>Reads an expression.</summary>
    /// <param name="text">UTF-8 that begins with <see cref="Opening"/>.</param>
    /// <param name="expression">The expression.</param>
    /// <param name="length">How many bytes it takes; 0 if the text is none, such as <c>{nowhere}</c>.</param>
    /// <returns>False if it begins like an expression but is not a valid one.</returns>
    public static bool TryRead(ReadOnlySpan<byte> text, out NowExpression expression, out int length)
    {
        expression = default;
        length = 0;
        var rest = text[Opening.Length..];
        if (rest.IsEmpty || !"+-:}"u8.Contains(rest[0]))
        {
            return true;
        }

        var offset = TimeSpan.Zero;
        if (rest[0] is (byte)'+' or (byte)'-' && !TryReadOffset(ref rest, out offset))
        {
            return false;
        }

        var format = NowFormat.Iso;
        if (!rest.IsEmpty && rest[0] is (byte)':' && !TryReadFormat(ref rest, out format))
        {
            return false;
        }

        if (rest.IsEmpty || rest[0] is not (byte)'}')
        {
            return false;
        }

        expression = new(offset, format);
        length = text.Length - rest.Length + 1;
        return true;
    }

    /// <summary>The text that stands for the expression, in UTC and in ASCII that JSON need not escape.</summary>
    /// <param name="now">The time of sending.</param>
    public string At(DateTimeOffset now)
    {
        var time = now.ToUniversalTime() + Offset;
        return Format switch
        {
            NowFormat.Unix => time.ToUnixTimeSeconds().ToString(),
            NowFormat.UnixMilliseconds => time.ToUnixTimeMilliseconds().ToString(),
            NowFormat.American => time.ToString("M/d/yyyy h:mm:ss tt"),
            NowFormat.Rfc1123 => time.ToString("r"),
            _ => time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'"),
        };
    }

    private static bool TryReadOffset(ref ReadOnlySpan<byte> rest, out TimeSpan offset)
    {
        offset = default;
        var later = rest[0] is (byte)'+';
        if (rest.Length < 2
            || !char.IsAsciiDigit((char)rest[1])
            || !Utf8Parser.TryParse(rest[1..], out uint count, out var digits)
            || rest.Length <= 1 + digits)
        {
            return false;
        }

        var seconds = rest[1 + digits] switch
        {
            (byte)'s' => 1L,
            (byte)'m' => 60L,
            (byte)'h' => 3_600L,
            (byte)'d' => 86_400L,
            _ => 0L,
        };
        if (seconds is 0 || seconds * count > Farthest.TotalSeconds)
        {
            return false;
        }

        offset = TimeSpan.FromSeconds(later ? seconds * count : -seconds * count);
        rest = rest[(2 + digits)..];
        return true;
    }

    private static bool TryReadFormat(ref ReadOnlySpan<byte> rest, out NowFormat format)
    {
        var end = rest.IndexOf((byte)'}');
        var name = end < 0 ? default : rest[1..end];
        (var known, format) = name switch
        {
            _ when name.SequenceEqual("iso"u8) => (true, NowFormat.Iso),
            _ when name.SequenceEqual("unix"u8) => (true, NowFormat.Unix),
            _ when name.SequenceEqual("unixms"u8) => (true, NowFormat.UnixMilliseconds),
            _ when name.SequenceEqual("us"u8) => (true, NowFormat.American),
            _ when name.SequenceEqual("rfc"u8) => (true, NowFormat.Rfc1123),
            _ => (false, default),
        };
        rest = known ? rest[end..] : rest;
        return known;
    }
}
