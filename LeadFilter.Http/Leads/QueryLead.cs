using System.Buffers;
using System.Text.Unicode;
using LeadFilter.Core.Leads;
using LeadFilter.Http.Problems;

namespace LeadFilter.Http.Leads;

/// <summary>The fields of a lead in a query string, which has the form of a form.</summary>
internal static class QueryLead
{
    // A character of UTF-16 takes at most this many bytes of UTF-8.
    private const int MaxBytesPerChar = 3;

    private static readonly Problem NotText =
        Problem.UnreadableBody("The query string is not UTF-8. Percent-encode each field's UTF-8 bytes.");

    /// <summary>Reads a query string.</summary>
    /// <param name="query">The query string with its question mark, still percent-encoded.</param>
    /// <param name="draft">Where its fields go.</param>
    /// <returns>What is wrong, or null.</returns>
    public static Problem? Read(ReadOnlySpan<char> query, LeadDraft draft)
    {
        if (query.Length > RequestLimits.MaxQueryLength)
        {
            return Problem.TargetTooLong;
        }

        var bytes = ArrayPool<byte>.Shared.Rent(query.Length * MaxBytesPerChar);
        try
        {
            return Utf8.FromUtf16(query[1..], bytes, out _, out var length, replaceInvalidSequences: false) == OperationStatus.Done
                ? FormLead.ReadPairs(bytes.AsSpan(0, length), draft)
                : NotText;
        }
        finally
        {
            // It holds personal data: nobody else is to find it in the pool.
            ArrayPool<byte>.Shared.Return(bytes, clearArray: true);
        }
    }
}
