using System.Buffers;

namespace LeadFilter.Http.Answers;

/// <summary>Writes into a buffer, for writers that want a stream. Flushing is left to the buffer's owner.</summary>
/// <param name="to">The buffer.</param>
internal sealed class BufferStream(IBufferWriter<byte> to) : Stream
{
    private long written;

    /// <inheritdoc/>
    public override bool CanRead => false;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => true;

    /// <summary>How many bytes were written.</summary>
    public override long Length => written;

    /// <inheritdoc/>
    public override long Position
    {
        get => written;
        set => throw new NotSupportedException();
    }

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        to.Write(buffer);
        written += buffer.Length;
    }

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();
}
