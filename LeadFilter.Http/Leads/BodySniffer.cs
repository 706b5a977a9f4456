using System.Buffers;

namespace LeadFilter.Http.Leads;

/// <summary>
/// Tells a body's format from how it begins. Clients send JSON as a form (curl and many libraries do, if nothing is said), a form
/// as JSON, and either as plain text. A lead is not lost for that: no two formats begin alike.
/// </summary>
internal static class BodySniffer
{
    private const int MaxFormName = 100;

    private static readonly SearchValues<byte> OfFormNames =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-[]%+"u8);

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Leaves out a byte order mark.</summary>
    /// <param name="body">The body.</param>
    public static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> body) =>
        body.StartsWith(ByteOrderMark) ? body[ByteOrderMark.Length..] : body;

    /// <summary>Leaves out what may stand before a body and means nothing: a byte order mark, white space.</summary>
    /// <param name="body">The body.</param>
    public static ReadOnlySpan<byte> Start(ReadOnlySpan<byte> body) =>
        WithoutMark(body.TrimStart(" \t\r\n"u8)).TrimStart(" \t\r\n"u8);

    /// <summary>Tells the format.</summary>
    /// <param name="body">The body.</param>
    /// <param name="said">What the headers say.</param>
    /// <returns>The format; <see cref="BodyFormat.Any"/> if neither the headers nor the body tell it.</returns>
    public static BodyFormat Tell(ReadOnlySpan<byte> body, BodyFormat said)
    {
        var start = Start(body);
        return start switch
        {
            _ when said == BodyFormat.Multipart => said,
            [(byte)'{', ..] => BodyFormat.Json,
            [(byte)'[', ..] when said != BodyFormat.Form || BeginsList(start[1..]) => BodyFormat.Json,
            [(byte)'"', ..] when said == BodyFormat.Any => BodyFormat.Json,
            [(byte)'<', ..] => BodyFormat.Xml,
            _ when said != BodyFormat.Form && BeginsForm(start) => BodyFormat.Form,
            _ => said,
        };
    }

    private static bool BeginsList(ReadOnlySpan<byte> inside) => inside.TrimStart(" \t\r\n"u8) is [(byte)'{' or (byte)'[' or (byte)'"', ..];

    private static bool BeginsForm(ReadOnlySpan<byte> start)
    {
        var nameLength = start.TrimStart((byte)'?').IndexOfAnyExcept(OfFormNames);
        return nameLength is > 0 and <= MaxFormName && start.TrimStart((byte)'?')[nameLength] == '=';
    }
}
