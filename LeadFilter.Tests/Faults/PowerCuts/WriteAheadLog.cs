using System.Buffers.Binary;

namespace LeadFilter.Tests.Faults.PowerCuts;

/// <summary>What is to be known of a log's bytes; see https://www.sqlite.org/fileformat2.html#the_write_ahead_log.</summary>
/// <param name="log">The log.</param>
internal sealed class WriteAheadLog(byte[] log)
{
    private const int HeaderSize = 32;
    private const int FrameHeaderSize = 24;

    /// <summary>Which use of the file this is: it changes when the log begins again.</summary>
    public ulong Generation { get; } = log.Length < HeaderSize ? 0 : BinaryPrimitives.ReadUInt64BigEndian(log.AsSpan(16));

    /// <summary>Where the last commit ends.</summary>
    public int End { get; } = EndOf(log);

    private static int EndOf(ReadOnlySpan<byte> log)
    {
        var end = Math.Min(HeaderSize, log.Length);
        if (log.Length < HeaderSize)
        {
            return end;
        }

        var frameSize = FrameHeaderSize + BinaryPrimitives.ReadInt32BigEndian(log[8..]);
        for (var at = HeaderSize; at + frameSize <= log.Length && log.Slice(at + 8, 8).SequenceEqual(log.Slice(16, 8)); at += frameSize)
        {
            if (BinaryPrimitives.ReadInt32BigEndian(log[(at + 4)..]) != 0)
            {
                end = at + frameSize;
            }
        }

        return end;
    }
}
