using System.Text;

namespace LeadFilter.Tests.Cli.Importing;

/// <summary>A text whose reader presses Ctrl-C in the middle of it.</summary>
internal sealed class StoppingStream(string text, CancellationTokenSource stop) : MemoryStream(Encoding.UTF8.GetBytes(text))
{
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (Position > 0)
        {
            stop.Cancel();
        }

        return base.ReadAsync(buffer[..Math.Min(buffer.Length, (int)Length / 2)], cancellationToken);
    }
}
