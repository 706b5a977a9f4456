namespace LeadFilter.Cli.Sending;

/// <summary>How a time relative to the sending is written.</summary>
internal enum NowFormat
{
    /// <summary><c>iso</c>: <c>2026-11-22T17:00:00Z</c>.</summary>
    Iso,

    /// <summary><c>unix</c>: seconds since 1970.</summary>
    Unix,

    /// <summary><c>unixms</c>: milliseconds since 1970.</summary>
    UnixMilliseconds,

    /// <summary><c>us</c>: <c>11/22/2026 5:00:00 PM</c>.</summary>
    American,

    /// <summary><c>rfc</c>: <c>Sun, 22 Nov 2026 17:00:00 GMT</c> (RFC 1123).</summary>
    Rfc1123,
}
