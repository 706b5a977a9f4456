using LeadFilter.Cli.Invocation;
using LeadFilter.Core.Campaigns;
using LeadFilter.Http.Routing;

namespace LeadFilter.Cli.Sending;

/// <summary>One sending of many leads, several at once.</summary>
internal sealed class SendRun
{
    /// <summary>How many leads are read ahead.</summary>
    public const int ReadAhead = 1024;

    private long unreachableInARow;
    private bool anyAnswer;

    /// <summary>Posts the leads.</summary>
    public required FilterClient Client { get; init; }

    /// <summary>The filter's address.</summary>
    public required Uri Url { get; init; }

    /// <summary>The campaign of lines that name none.</summary>
    public required CampaignId Campaign { get; init; }

    /// <summary>Every vendor's key.</summary>
    public required VendorKeys Keys { get; init; }

    /// <summary>How many leads are sent at once.</summary>
    public required int Concurrency { get; init; }

    /// <summary>Counts the answers.</summary>
    public required SendTally Tally { get; init; }

    /// <summary>The words that start this program, for hints.</summary>
    public required string Program { get; init; }

    /// <summary>The clock.</summary>
    public required TimeProvider Time { get; init; }

    /// <summary>Sends leads until there are no more, one is broken, the filter is gone or the user stops it.</summary>
    /// <param name="leads">The leads.</param>
    /// <param name="cancellation">Ctrl-C: drops what is on its way and reports what was answered.</param>
    public async Task<SendReport> RunAsync(IAsyncEnumerable<LineReading> leads, CancellationToken cancellation)
    {
        var started = Time.GetTimestamp();
        using var order = new SendingOrder(ReadAhead + Concurrency);
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var reading = ReadAsync(leads, order, gone.Token);
        var sending = Enumerable.Range(0, Concurrency).Select(_ => SendAsync(order, gone)).ToArray();
        SendStop? stopped = null;
        try
        {
            await Task.WhenAll([reading, .. sending]);
            stopped = await reading is { } problem ? new(SendStopCause.BrokenLine, problem) : null;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            stopped = new(SendStopCause.Interrupted, "");
        }
        catch (OperationCanceledException) when (gone.IsCancellationRequested)
        {
            stopped = new(SendStopCause.Unreachable, $"no filter answers at {Url}; is it running ({Program} serve), is --url right?");
        }

        return Tally.Report(Time.GetElapsedTime(started)) with { Stopped = stopped };
    }

    /// <summary>Reads leads into the order.</summary>
    /// <returns>What is wrong with the line at which the reading ended; null if it ended with the file.</returns>
    private async Task<string?> ReadAsync(IAsyncEnumerable<LineReading> leads, SendingOrder order, CancellationToken cancellation)
    {
        try
        {
            await foreach (var reading in leads.WithCancellation(cancellation))
            {
                if (reading.Lead is not { } lead)
                {
                    return reading.Message;
                }

                if (Keys.Find(lead.Vendor) is null)
                {
                    return $"line {lead.Number}: {VendorKeys.Missing(lead.Vendor)}";
                }

                await order.AddAsync(lead, cancellation);
            }

            return null;
        }
        finally
        {
            order.Complete();
        }
    }

    private async Task SendAsync(SendingOrder order, CancellationTokenSource gone)
    {
        var finished = false;
        try
        {
            await foreach (var turn in order.Ready.ReadAllAsync(gone.Token))
            {
                var answer = await SendAsync(turn, gone.Token);
                Tally.Add(turn.Lead, answer);
                order.Sent(turn);
                if (IsGone(answer))
                {
                    await gone.CancelAsync();
                }
            }

            finished = true;
        }
        finally
        {
            // Whoever ends early takes the rest along: nobody may wait for room that is never given back.
            if (!finished)
            {
                await gone.CancelAsync();
            }
        }
    }

    private Task<LeadAnswer> SendAsync(SendingTurn turn, CancellationToken cancellation)
    {
        var lead = turn.Lead;
        var key = Keys.Find(lead.Vendor) ?? throw new InvalidOperationException("A lead without a key is not let into the order.");
        var address = FilterAddress.Of(Url, Addresses.SubmitLead, [(lead.Campaign ?? Campaign).ToString()]);
        return Client.PostAsync(address, key, lead.Body.At(turn.Group.Start(Time)), cancellation);
    }

    /// <summary>
    /// Whether the filter is given up: it never answered, or as many leads in a row as are sent at once found nobody, each after
    /// all its repetitions.
    /// </summary>
    private bool IsGone(LeadAnswer answer)
    {
        if (answer.Took is not null)
        {
            Volatile.Write(ref anyAnswer, true);
            Interlocked.Exchange(ref unreachableInARow, 0);
            return false;
        }

        return Interlocked.Increment(ref unreachableInARow) >= (Volatile.Read(ref anyAnswer) ? Concurrency : 1);
    }
}
