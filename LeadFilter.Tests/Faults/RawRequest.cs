using System.Text;

namespace LeadFilter.Tests.Faults;

/// <summary>Requests as bytes, for what no well-behaved client sends.</summary>
internal static class RawRequest
{
    /// <summary>A request of the vendor acme that asks for the connection to be closed.</summary>
    /// <param name="method">The method.</param>
    /// <param name="path">Path and query, as they are on the wire.</param>
    /// <param name="body">The body; empty for none.</param>
    /// <param name="type">Its type; empty for no header.</param>
    /// <param name="header">More headers; null for none.</param>
    /// <param name="key">The vendor's key; null for none.</param>
    public static byte[] Of(
        string method, string path, string body = "", string type = "application/json", string? header = null, string? key = "acme-demo-key")
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        var head = new StringBuilder($"{method} {path} HTTP/1.1\r\nHost: filter\r\nConnection: close\r\n");
        head.Append(key is null ? "" : $"Authorization: Bearer {key}\r\n");
        head.Append(body.Length == 0 ? "" : $"Content-Length: {bytes.Length}\r\n");
        head.Append(body.Length == 0 || type.Length == 0 ? "" : $"Content-Type: {type}\r\n");
        head.Append(header is null ? "" : $"{header}\r\n");
        return [.. Encoding.Latin1.GetBytes($"{head}\r\n"), .. bytes];
    }

    /// <summary>The same in chunks, without a length.</summary>
    public static byte[] Chunked(string path, string body) => Encoding.UTF8.GetBytes(
        $"POST {path} HTTP/1.1\r\nHost: filter\r\nConnection: close\r\nAuthorization: Bearer acme-demo-key\r\n"
        + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
        + string.Concat(body.Chunk(8_000).Select(chunk => $"{chunk.Length:x}\r\n{new string(chunk)}\r\n")) + "0\r\n\r\n");
}
