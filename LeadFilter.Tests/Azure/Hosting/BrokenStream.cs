namespace LeadFilter.Tests.Azure.Hosting;

/// <summary>The way to a client that hangs up as soon as something is written to it.</summary>
/// <param name="hangingUp">Hangs up.</param>
internal sealed class BrokenStream(CancellationTokenSource hangingUp) : MemoryStream
{
    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await hangingUp.CancelAsync();
        hangingUp.Token.ThrowIfCancellationRequested();
    }

    public override async Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        await WriteAsync(buffer.AsMemory(offset, count), cancellationToken);
}
