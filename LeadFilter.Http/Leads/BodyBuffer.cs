using System.Buffers;
using System.IO.Pipelines;

namespace LeadFilter.Http.Leads;

/// <summary>Waits for a whole body.</summary>
internal static class BodyBuffer
{
    // INVARIANT: at most maxBytes and one read of the server are held.

    /// <summary>Reads until the body's end, or until it is too large. The caller advances the reader.</summary>
    /// <param name="reader">The body.</param>
    /// <param name="maxBytes">The largest body, in bytes.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The body; what is longer than allowed is not all there.</returns>
    /// <exception cref="OperationCanceledException">The wait was given up.</exception>
    public static async ValueTask<ReadOnlySequence<byte>> ReadAsync(PipeReader reader, int maxBytes, CancellationToken cancellation)
    {
        while (true)
        {
            var result = await reader.ReadAsync(cancellation);
            if (result.IsCompleted || result.Buffer.Length > maxBytes)
            {
                return result.Buffer;
            }

            if (result.IsCanceled)
            {
                reader.AdvanceTo(result.Buffer.End);
                throw new OperationCanceledException("The wait for the body was given up.");
            }

            reader.AdvanceTo(result.Buffer.Start, result.Buffer.End);
        }
    }
}
