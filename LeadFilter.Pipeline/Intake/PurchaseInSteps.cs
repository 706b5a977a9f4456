using LeadFilter.Pipeline.Decisions;
using LeadFilter.Pipeline.Limits;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Pipeline.Purchases;
using LeadFilter.Pipeline.Receipts;
using LeadFilter.Pipeline.Telemetry;
using Microsoft.Extensions.Logging;

namespace LeadFilter.Pipeline.Intake;

/// <summary>
/// Buys a lead one step after the other, under the lease of its open receipt: the way of stores that know nothing of each other, and
/// of every lead for which <see cref="PurchaseAtOnce"/> found something in the way.
/// </summary>
/// <param name="receipts">The receipts.</param>
/// <param name="scarce">What leads take.</param>
/// <param name="journal">The log.</param>
/// <param name="changes">The stores.</param>
/// <param name="conclusion">Looks up.</param>
/// <param name="logger">Where to say what was left undone.</param>
internal sealed partial class PurchaseInSteps(
    ReceiptBook receipts,
    IReadOnlyList<IReservable> scarce,
    DecisionJournal journal,
    IChanges changes,
    Conclusion conclusion,
    ILogger logger)
{
    /// <summary>
    /// Looks up, reserves, enqueues and settles, under the lease of the receipt. From here on the vendor's hanging up stops
    /// nothing: what is half done would keep the person from being bought by anyone.
    /// </summary>
    public async ValueTask<DecisionRecord> BuyAsync(Receipt receipt, Purchase purchase, Entry entry)
    {
        var reservations = new Reservations(scarce, purchase);
        (Settling Settling, Keeping Keeping)? sent = null;
        try
        {
            if (!purchase.IsResumed && purchase.Campaign.Lookups.Count > 0
                && await Reservations.FindRejectionAsync(scarce, purchase) is { } rejection)
            {
                return await RefuseAsync(receipt, rejection);
            }

            await conclusion.MakeAsync(purchase, entry, CancellationToken.None);
            var resumed = purchase.IsResumed && !purchase.Record.IsAccepted;
            if (resumed && await reservations.AreHeldAsync())
            {
                // It may be in the queue: it is bought, whatever is looked up now.
                purchase.Stand(receipt.Record);
            }

            var holds = await reservations.TakeAsync() || resumed;
            if (purchase.Record.IsAccepted)
            {
                sent = await SendAsync(receipt, purchase);
            }
            else if (holds && await receipts.TryProlongAsync(receipt, CancellationToken.None))
            {
                await reservations.GiveBackAsync();
            }
        }
        catch (StoreUnavailableException)
        {
            await UndoAsync(receipt, purchase, reservations);
            throw;
        }

        return sent is { } left
            ? await ConfirmAsync(purchase.Record, left.Settling, left.Keeping)
            : await RefuseAsync(receipt, purchase.Record);
    }

    /// <summary>Enqueues the lead, and settles and records the purchase as far as that can be done in one go.</summary>
    /// <returns>What may be left to do.</returns>
    /// <exception cref="StoreUnavailableException">The queue has not acknowledged it.</exception>
    private async ValueTask<(Settling Settling, Keeping Keeping)> SendAsync(Receipt receipt, Purchase purchase)
    {
        using var trace = LeadTraces.Send(QueueNames.Leads);
        var (sending, settling) = (Change.Send(PurchaseMessage.Of(purchase)), receipts.Settle(receipt, purchase.Record));
        var keeping = journal.Keep(purchase.Record, beside: true);
        await changes.MakeAsync([sending, settling.Change, .. keeping.Changes], CancellationToken.None);
        if (sending.Failure is { HadNoEffect: false })
        {
            purchase.Doubt();
        }

        sending.ThrowIfFailed();
        return (settling, keeping);
    }

    /// <summary>Settles a rejection that was found after the receipt was opened.</summary>
    private async ValueTask<DecisionRecord> RefuseAsync(Receipt receipt, DecisionRecord record)
    {
        var (settling, keeping) = (receipts.Settle(receipt, record), journal.Keep(record));
        await changes.MakeAsync([settling.Change, .. keeping.Changes], CancellationToken.None);
        var standing = await settling.FinishAsync(CancellationToken.None);
        await (ReferenceEquals(standing, record)
            ? keeping.FinishAsync(CancellationToken.None)
            : journal.KeepAsync(standing, CancellationToken.None));
        return standing;
    }

    /// <summary>
    /// Does what is missing. The queue has the lead, so a receipt that stays open changes nothing: it is settled by a resend,
    /// under the same id. But what is told and charged must be in the log: if that cannot be, the vendor is told to send again.
    /// </summary>
    private async ValueTask<DecisionRecord> ConfirmAsync(DecisionRecord record, Settling settling, Keeping keeping)
    {
        var kept = keeping.FinishAsync(CancellationToken.None).AsTask();
        try
        {
            await settling.FinishAsync(CancellationToken.None);
        }
        catch (StoreUnavailableException failure)
        {
            BoughtButNotSettled(logger, record.Lead.ToString(), failure.Message);
        }

        await kept;
        return record;
    }

    /// <summary>
    /// Gives everything back after a failure. What cannot be given back is healed by the vendor's resend. A lead that may be
    /// in the queue keeps what it holds: it may be delivered, so its person and its places must not be sold again. The
    /// resend goes on with it, under the same id.
    /// </summary>
    private async ValueTask UndoAsync(Receipt receipt, Purchase purchase, Reservations reservations)
    {
        try
        {
            if (purchase.MayBeQueued)
            {
                await receipts.ReleaseAsync(receipt, CancellationToken.None);
            }
            else if (await receipts.TryProlongAsync(receipt, CancellationToken.None))
            {
                await reservations.GiveBackAsync();
                await receipts.ForgetAsync(receipt, CancellationToken.None);
            }
        }
        catch (StoreUnavailableException failure)
        {
            NotUndone(logger, receipt.Record.Lead.ToString(), failure.Message);
        }
    }

    [LoggerMessage(EventId = 1002, Level = LogLevel.Warning, Message = "Lead {Lead} is bought, but its receipt is not settled: {Failure}")]
    private static partial void BoughtButNotSettled(ILogger logger, string lead, string failure);

    [LoggerMessage(EventId = 1003, Level = LogLevel.Warning,
        Message = "Lead {Lead} was not bought, and its claims could not be given back: {Failure}")]
    private static partial void NotUndone(ILogger logger, string lead, string failure);
}
