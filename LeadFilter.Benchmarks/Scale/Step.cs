namespace LeadFilter.Scale;

/// <summary>What a request does, one after the other; each is one call or several side by side.</summary>
internal enum Step
{
    /// <summary>Inserts the receipt: <c>ReceiptBook.EnterAsync</c>.</summary>
    Receipt,

    /// <summary>A point read for each identity, side by side: <c>SuppressionLookup.AskAsync</c>.</summary>
    Suppression,

    /// <summary>Inserts a claim: <c>Claims.TakeAsync</c>.</summary>
    Claim,

    /// <summary>Reads the claim that stood in the way.</summary>
    ReadClaim,

    /// <summary>Takes a place under the cap: <c>CapCounters.TryTakeAsync</c>.</summary>
    Cap,

    /// <summary>Sends the lead to the queue.</summary>
    Send,

    /// <summary>Makes the receipt final: <c>ReceiptBook.SettleAsync</c>.</summary>
    Settle,

    /// <summary>Writes the decision: <c>DecisionJournal.KeepAsync</c>.</summary>
    Decision,

    /// <summary>Both at once, for a lead that is bought.</summary>
    SettleAndDecision,
}
