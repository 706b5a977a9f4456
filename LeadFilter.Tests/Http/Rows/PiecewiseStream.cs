namespace LeadFilter.Tests.Http.Rows;

/// <summary>A file that is read in pieces of a given size.</summary>
/// <param name="bytes">Its content.</param>
/// <param name="size">The most bytes that one read gives.</param>
internal sealed class PiecewiseStream(byte[] bytes, int size) : MemoryStream(bytes)
{
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        base.ReadAsync(buffer[..Math.Min(size, buffer.Length)], cancellationToken);
}
