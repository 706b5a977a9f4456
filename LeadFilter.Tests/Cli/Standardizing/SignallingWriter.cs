using System.Text;

namespace LeadFilter.Tests.Cli.Standardizing;

/// <summary>Hands on what is written and tells when it is flushed for the first time.</summary>
internal sealed class SignallingWriter(StringWriter inner) : TextWriter
{
    private readonly TaskCompletionSource flushed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Flushed => flushed.Task;

    public override Encoding Encoding => Encoding.UTF8;

    public override Task WriteAsync(string? value) => inner.WriteAsync(value);

    public override Task FlushAsync()
    {
        flushed.TrySetResult();
        return Task.CompletedTask;
    }
}
