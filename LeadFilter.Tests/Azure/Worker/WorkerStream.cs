using System.Collections.Concurrent;
using System.Threading.Channels;
using Grpc.Core;
using LeadFilter.Tests.Azure.Worker.Protocol;

namespace LeadFilter.Tests.Azure.Worker;

/// <summary>The stream that a worker opens to its host: the host asks, the worker answers under the same number, in any order.</summary>
internal sealed class WorkerStream : FunctionRpc.FunctionRpcBase
{
    // Nobody waits longer: a run of tests that ends says what did not come.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly TaskCompletionSource started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentDictionary<string, TaskCompletionSource<StreamingMessage>> asked = new();
    private readonly ConcurrentQueue<string> log = new();
    private readonly Channel<StreamingMessage> sent = Channel.CreateUnbounded<StreamingMessage>();
    private int questions;

    /// <summary>Ends when the worker has opened the stream.</summary>
    public Task Started => started.Task;

    /// <summary>What the worker logged to the host.</summary>
    public IReadOnlyCollection<string> Log => log;

    /// <summary>Sends a message and waits for the answer.</summary>
    /// <param name="message">The message; its number is set.</param>
    /// <exception cref="WorkerGoneException">The worker has gone without an answer.</exception>
    /// <exception cref="TimeoutException">The worker runs and does not answer.</exception>
    public Task<StreamingMessage> AskAsync(StreamingMessage message)
    {
        message.RequestId = $"{Interlocked.Increment(ref questions)}";
        var answer = new TaskCompletionSource<StreamingMessage>(TaskCreationOptions.RunContinuationsAsynchronously);
        asked[message.RequestId] = answer;
        sent.Writer.TryWrite(message);
        if (ended.Task.IsCompleted)
        {
            answer.TrySetException(new WorkerGoneException());
        }

        return answer.Task.WaitAsync(Patience);
    }

    public override async Task EventStream(
        IAsyncStreamReader<StreamingMessage> requestStream, IServerStreamWriter<StreamingMessage> responseStream, ServerCallContext context)
    {
        var sending = SendAsync(responseStream, context.CancellationToken);
        try
        {
            while (await requestStream.MoveNext(context.CancellationToken))
            {
                Hear(requestStream.Current);
            }
        }
        catch (Exception failure) when (IsGone(failure))
        {
            // A worker that is killed does not take its leave.
        }

        ended.SetResult();
        sent.Writer.Complete();
        foreach (var answer in asked.Values)
        {
            answer.TrySetException(new WorkerGoneException());
        }

        await sending;
    }

    private static bool IsGone(Exception failure) =>
        failure is IOException or OperationCanceledException or InvalidOperationException or RpcException;

    private async Task SendAsync(IServerStreamWriter<StreamingMessage> stream, CancellationToken gone)
    {
        try
        {
            await foreach (var message in sent.Reader.ReadAllAsync(gone))
            {
                await stream.WriteAsync(message, gone);
            }
        }
        catch (Exception failure) when (IsGone(failure))
        {
            // Whoever waits for an answer is told so.
        }
    }

    private void Hear(StreamingMessage message)
    {
        switch (message.ContentCase)
        {
            case StreamingMessage.ContentOneofCase.StartStream:
                started.SetResult();
                break;
            case StreamingMessage.ContentOneofCase.RpcLog:
                log.Enqueue($"{message.RpcLog.Message} {message.RpcLog.Exception?.Message}");
                break;
            default:
                if (asked.TryRemove(message.RequestId, out var answer))
                {
                    answer.SetResult(message);
                }

                break;
        }
    }
}
