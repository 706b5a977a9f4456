using LeadFilter.Core.Campaigns;
using LeadFilter.Pipeline.Decisions;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Pipeline.Purchases;
using LeadFilter.Pipeline.Receipts;
using LeadFilter.Pipeline.Telemetry;

namespace LeadFilter.Pipeline.Intake;

/// <summary>
/// Buys a lead in one commit, where the store can: its receipt, final at once, what it takes, its message and its record, all or
/// none. There is never anything to give back, and a call that fails leaves either the whole purchase, to which the vendor's resend
/// finds the receipt, or nothing. What is in the way is left to the way step by step, which knows what to do about it.
/// </summary>
/// <param name="receipts">The receipts.</param>
/// <param name="scarce">What leads take.</param>
/// <param name="journal">The log.</param>
/// <param name="changes">The store.</param>
internal sealed class PurchaseAtOnce(ReceiptBook receipts, IReadOnlyList<IReservable> scarce, DecisionJournal journal, IChanges changes)
{
    /// <summary>
    /// Whether leads of a campaign may be bought so. Not if third parties are asked: they are paid, so a submission first has its
    /// receipt, for which its repetitions wait.
    /// </summary>
    /// <param name="campaign">The campaign.</param>
    public bool Suits(Campaign campaign) => changes.CanMakeAll && campaign.Lookups.Count == 0;

    /// <summary>Buys a lead, if nothing is in the way.</summary>
    /// <param name="purchase">The lead, looked up and accepted. If others have what it needs, it takes up the rejection.</param>
    /// <param name="content">The submission's hash.</param>
    /// <param name="key">The hash of its idempotency key; null for none.</param>
    /// <returns>Whether it is bought. If not, nothing was done, and <paramref name="purchase"/> may be rejected now.</returns>
    /// <exception cref="StoreUnavailableException">It may be bought or not.</exception>
    public async ValueTask<bool> TryAsync(Purchase purchase, string content, string? key)
    {
        var reservations = new Reservations(scarce, purchase);
        try
        {
            if (await reservations.OfferAsync() is { } taking
                && await journal.KeepTogetherAsync(purchase.Record, CancellationToken.None) is { } keeping)
            {
                using var trace = LeadTraces.Send(QueueNames.Leads);
                var submission = receipts.Submit(content, purchase.Record, final: true);
                Change[] entering = key is null ? [submission.Change] : [receipts.Tie(key, content).Change, submission.Change];
                Change[] all = [.. entering, .. taking, Change.Send(PurchaseMessage.Of(purchase)), keeping];
                if (await changes.TryMakeAllAsync(all, CancellationToken.None))
                {
                    return true;
                }

                all[0].ThrowIfFailed();
                if (Array.Exists(entering, static change => change.Result == ChangeResult.Refused))
                {
                    // It came before: whatever stands in its receipt is the answer.
                    return false;
                }
            }
        }
        finally
        {
            reservations.EndOffer();
        }

        if (await Reservations.FindRejectionAsync(scarce, purchase) is { } rejection)
        {
            purchase.Stand(rejection);
        }

        return false;
    }
}
