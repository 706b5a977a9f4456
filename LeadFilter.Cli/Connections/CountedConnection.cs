using System.IO.Pipelines;
using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http.Features;

namespace LeadFilter.Cli.Connections;

/// <summary>A connection that tells the book when it is closed, and tells requests that it is in it.</summary>
internal sealed class CountedConnection : ConnectionContext
{
    private readonly ConnectionContext inner;
    private readonly OpenConnection open;

    /// <summary>Makes a connection.</summary>
    /// <param name="inner">The socket's connection.</param>
    /// <param name="open">Its entry in the book.</param>
    public CountedConnection(ConnectionContext inner, OpenConnection open)
    {
        (this.inner, this.open) = (inner, open);
        open.Abort = () => inner.Abort(new ConnectionAbortedException("It was idle, and too many connections are open."));
        inner.Features.Set(open);
    }

    /// <inheritdoc/>
    public override string ConnectionId
    {
        get => inner.ConnectionId;
        set => inner.ConnectionId = value;
    }

    /// <inheritdoc/>
    public override IFeatureCollection Features => inner.Features;

    /// <inheritdoc/>
    public override IDictionary<object, object?> Items
    {
        get => inner.Items;
        set => inner.Items = value;
    }

    /// <inheritdoc/>
    public override IDuplexPipe Transport
    {
        get => inner.Transport;
        set => inner.Transport = value;
    }

    /// <inheritdoc/>
    public override EndPoint? LocalEndPoint
    {
        get => inner.LocalEndPoint;
        set => inner.LocalEndPoint = value;
    }

    /// <inheritdoc/>
    public override EndPoint? RemoteEndPoint
    {
        get => inner.RemoteEndPoint;
        set => inner.RemoteEndPoint = value;
    }

    /// <inheritdoc/>
    public override CancellationToken ConnectionClosed
    {
        get => inner.ConnectionClosed;
        set => inner.ConnectionClosed = value;
    }

    /// <inheritdoc/>
    public override void Abort(ConnectionAbortedException abortReason) => inner.Abort(abortReason);

    /// <inheritdoc/>
    public override void Abort() => inner.Abort();

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        try
        {
            await inner.DisposeAsync();
        }
        finally
        {
            await base.DisposeAsync();
            open.Close();
        }
    }
}
