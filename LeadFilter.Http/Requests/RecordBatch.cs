using System.Text;
using System.Text.Json;
using LeadFilter.Http.Problems;
using LeadFilter.Http.Rows;
using Microsoft.AspNetCore.Http;

namespace LeadFilter.Http.Requests;

/// <summary>
/// Reads a body of records: one JSON object, a JSON array of objects, one JSON object a line (NDJSON), or CSV with a header. What it
/// is, is seen in the body itself: people's tools send all of them under any content type. A record that cannot be read is a
/// problem of its own line.
/// </summary>
internal static class RecordBatch
{
    private const string Nothing = "The body holds no record. Send one JSON object, one JSON object a line, or CSV with a header.";

    /// <summary>Reads a body.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellation">The client has hung up.</param>
    /// <returns>
    /// The records, at least one, each with its line (of an array: its place, from 1); whether several may be meant; or what is wrong
    /// with the whole body.
    /// </returns>
    public static async ValueTask<(IReadOnlyList<FileRow> Records, bool IsBatch, Problem? Problem)> ReadAsync(
        HttpRequest request, CancellationToken cancellation)
    {
        var (text, problem) = await BatchBody.ReadAsync(request, cancellation);
        if (text is null)
        {
            return ([], false, problem);
        }

        var isLines = request.ContentType?.Contains("ndjson", StringComparison.OrdinalIgnoreCase) == true;
        var (records, isBatch, unreadable) = text.AsSpan().TrimStart() switch
        {
            [] => ([], false, Nothing),
            ['[', ..] => ReadArray(text),
            ['{', ..] when !isLines && ReadOne(text) is { } one => ([one], false, null),
            ['{', ..] when isLines || IsLines(text) => (await ReadAsync(text, FileForm.Ndjson, cancellation), true, null),
            ['{', ..] => ([], false, "The body begins like a JSON object and is neither one nor one JSON object a line."),
            _ => (await ReadAsync(text, FileForm.Csv, cancellation), true, null),
        };
        return unreadable is not null ? ([], false, Problem.UnreadableBody(unreadable))
            : records.Count == 0 ? ([], false, Problem.UnreadableBody(Nothing))
            : records.Count > BatchBody.MaxLines ? ([], false, BatchBody.TooLarge)
            : (records, isBatch, null);
    }

    /// <summary>The record of a body that is one JSON object; null if it is not.</summary>
    private static FileRow? ReadOne(string text)
    {
        var row = JsonRow.Read(text, 1);
        return row.Problem is null ? row : null;
    }

    /// <summary>Whether the first line is a JSON object by itself.</summary>
    private static bool IsLines(string text)
    {
        var start = text.AsSpan().TrimStart();
        var end = start.IndexOfAny('\r', '\n');
        return end >= 0 && JsonRow.Read(start[..end].ToString(), 1).Problem is null;
    }

    private static (IReadOnlyList<FileRow> Records, bool IsBatch, string? Unreadable) ReadArray(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return ([.. json.RootElement.EnumerateArray().Select(static (item, at) => JsonRow.Of(item, at + 1))], true, null);
        }
        catch (JsonException)
        {
            return ([], true, "The body begins like a JSON array and is none.");
        }
    }

    private static async ValueTask<IReadOnlyList<FileRow>> ReadAsync(string text, FileForm form, CancellationToken cancellation)
    {
        var records = new List<FileRow>();
        await using var file = new RowFile(new MemoryStream(Encoding.UTF8.GetBytes(text)), form);
        await foreach (var row in file.ReadAsync(cancellation))
        {
            records.Add(row);
            if (records.Count > BatchBody.MaxLines)
            {
                break;
            }
        }

        return records;
    }
}
