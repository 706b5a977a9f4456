using System.Net;
using System.Net.Sockets;
using Azure.Messaging.ServiceBus;
using Google.Protobuf;
using LeadFilter.Tests.Azure.Queues;
using LeadFilter.Tests.Azure.Worker.Protocol;
using LeadFilter.Tests.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LeadFilter.Tests.Azure.Worker;

/// <summary>
/// A worker and the part of the Functions host that it needs: starts the process, has it load its functions, and passes
/// requests and messages on to it by the host's own protocol.
/// </summary>
internal sealed class HostedWorker : IAsyncDisposable
{
    private const string InvocationHeader = "x-ms-invocation-id";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly WorkerStream stream = new();
    private readonly SettlementService settlement = new();
    private readonly HttpClient requests = new();
    private readonly WebApplication host;
    private WorkerProcess? process;
    private int invocations;

    private HostedWorker()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        builder.Services.AddGrpc();
        builder.Services.AddSingleton(stream).AddSingleton(settlement);
        host = builder.Build();
        host.MapGrpcService<WorkerStream>();
        host.MapGrpcService<SettlementService>();
    }

    /// <summary>The functions that the worker told of.</summary>
    public IReadOnlyList<WorkerFunction> Functions { get; private set; } = [];

    public WorkerProcess Process => process ?? throw new InvalidOperationException("It is not started.");

    /// <summary>Starts a worker and waits until it takes calls.</summary>
    /// <param name="settings">The app's settings.</param>
    public static async Task<HostedWorker> StartAsync(IReadOnlyDictionary<string, string> settings)
    {
        var worker = await BeginAsync(settings);
        var exit = worker.Process.ExitCodeAsync();
        if (await Task.WhenAny(worker.stream.Started, exit).WaitAsync(Patience) == exit)
        {
            throw new AssertFailedException($"The worker did not start:\n{worker.Process.Console}");
        }

        await worker.LoadAsync();
        return worker;
    }

    /// <summary>Starts a worker and does not wait.</summary>
    /// <param name="settings">The app's settings.</param>
    public static async Task<HostedWorker> BeginAsync(IReadOnlyDictionary<string, string> settings)
    {
        var worker = new HostedWorker();
        await worker.host.StartAsync();
        worker.process = WorkerProcess.Start(new(worker.host.Urls.Single()), settings);
        return worker;
    }

    /// <summary>Passes a request on: by HTTP to the worker's own server, and its invocation over the stream.</summary>
    /// <param name="request">The request, with a path for its address.</param>
    /// <exception cref="IOException">The worker has gone without an answer.</exception>
    public async Task<(HttpStatusCode Status, string Body)> SendAsync(HttpRequestMessage request)
    {
        var path = request.RequestUri!.ToString();
        var (function, values) = Functions.Select(function => (function, function.Match(request.Method.Method, path)))
            .First(matched => matched.Item2 is not null);
        var invocation = InvocationOf(function);
        var http = new RpcHttp { Method = request.Method.Method, Url = path };
        invocation.InputData.Add(new ParameterBinding { Name = function.TriggerName, Data = new() { Http = http } });
        foreach (var (name, value) in values!)
        {
            invocation.TriggerMetadata[name] = new() { String = $"{value}" };
        }

        request.Headers.Add(InvocationHeader, invocation.InvocationId);
        var invoked = InvokeAsync(invocation);
        try
        {
            using var response = await requests.SendAsync(request);
            var body = await response.Content.ReadAsStringAsync();
            await invoked;
            return (response.StatusCode, body);
        }
        catch (HttpRequestException failure)
        {
            throw new IOException("The worker has gone.", failure);
        }
    }

    /// <summary>Passes a message on, and lets the worker settle it.</summary>
    /// <param name="function">The function's name.</param>
    /// <param name="message">The message.</param>
    /// <param name="actions">Settle it.</param>
    /// <exception cref="IOException">The worker has gone without an answer.</exception>
    public async Task DeliverAsync(string function, ServiceBusReceivedMessage message, SettlingActions actions)
    {
        var target = Functions.Single(one => one.Name == function);
        var invocation = InvocationOf(target);
        var content = new ModelBindingData
        {
            Version = "1.0",
            Source = "AzureServiceBusReceivedMessage",
            ContentType = "application/octet-stream",
            Content = ByteString.CopyFrom(
                [.. Guid.Parse(message.LockToken).ToByteArray(), .. message.GetRawAmqpMessage().ToBytes().ToArray()]),
        };
        invocation.InputData.Add(new ParameterBinding { Name = target.TriggerName, Data = new() { ModelBindingData = content } });
        settlement.Hold(message, actions);
        try
        {
            await InvokeAsync(invocation);
        }
        finally
        {
            settlement.Release(message);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
        {
            await process.DisposeAsync();
        }

        requests.Dispose();
        await host.DisposeAsync();
    }

    private static async Task<bool> ListensAsync(Uri address)
    {
        using var connection = new TcpClient();
        try
        {
            await connection.ConnectAsync(address.Host, address.Port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private InvocationRequest InvocationOf(WorkerFunction function) => new()
    {
        InvocationId = $"{Interlocked.Increment(ref invocations)}",
        FunctionId = function.Metadata.FunctionId,
        TraceContext = new(),
        RetryContext = new(),
    };

    private async Task LoadAsync()
    {
        var initialized = await stream.AskAsync(
            new() { WorkerInitRequest = new() { HostVersion = "4.1044.0", FunctionAppDirectory = WorkerProcess.Folder } });
        Check(initialized.WorkerInitResponse.Result);
        requests.BaseAddress = new(initialized.WorkerInitResponse.Capabilities["HttpUri"]);
        var told = await stream.AskAsync(
            new() { FunctionsMetadataRequest = new() { FunctionAppDirectory = WorkerProcess.Folder } });
        Check(told.FunctionMetadataResponse.Result);
        Functions = [.. told.FunctionMetadataResponse.FunctionMetadataResults.Select(metadata => new WorkerFunction(metadata))];
        foreach (var function in Functions)
        {
            // The host numbers the functions.
            function.Metadata.FunctionId = function.Name;
            var loaded = await stream.AskAsync(
                new() { FunctionLoadRequest = new() { FunctionId = function.Metadata.FunctionId, Metadata = function.Metadata } });
            Check(loaded.FunctionLoadResponse.Result);
        }

        // The worker speaks to its host before it listens for requests; the host tries those again.
        await Eventually.HoldsAsync(() => ListensAsync(requests.BaseAddress), "the worker does not listen", Patience);
    }

    private async Task InvokeAsync(InvocationRequest invocation)
    {
        var answer = await stream.AskAsync(new() { InvocationRequest = invocation });
        Check(answer.InvocationResponse.Result);
    }

    private void Check(StatusResult result)
    {
        if (result.Status != StatusResult.Types.Status.Success)
        {
            throw new AssertFailedException(
                $"{result.Status}: {result.Exception?.Message}\n{string.Join('\n', stream.Log)}\n{Process.Console}");
        }
    }
}
