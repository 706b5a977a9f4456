using System.Buffers.Text;

namespace LeadFilter.Benchmarks.Load;

/// <summary>Reads an HTTP/1.1 response as Kestrel writes it, as far as this program must understand it.</summary>
internal static class LoadResponse
{
    private const int StatusAt = 9;
    private const int StatusLength = 3;

    /// <summary>Whether a response has come in full.</summary>
    /// <param name="received">What has come of it.</param>
    public static bool IsWhole(ReadOnlySpan<byte> received)
    {
        var end = received.IndexOf("\r\n\r\n"u8);
        if (end < 0)
        {
            return false;
        }

        var head = received[..(end + 2)];
        var body = received[(end + 4)..];
        var at = head.IndexOf("Content-Length: "u8);
        return at >= 0
            ? Utf8Parser.TryParse(head[(at + "Content-Length: "u8.Length)..], out int length, out _) && body.Length >= length
            : body.EndsWith("0\r\n\r\n"u8);
    }

    /// <summary>What a whole response says.</summary>
    /// <param name="response">The response.</param>
    /// <param name="isBought">Whether the lead should be bought; null if any answer is as good.</param>
    public static LoadAnswer Read(ReadOnlySpan<byte> response, bool? isBought)
    {
        if (response.Length < StatusAt + StatusLength || !response.Slice(StatusAt, StatusLength).SequenceEqual("201"u8))
        {
            return LoadAnswer.Failed;
        }

        return isBought is null || response.IndexOf("\"outcome\":\"success\""u8) >= 0 == isBought
            ? LoadAnswer.Expected
            : LoadAnswer.Other;
    }
}
