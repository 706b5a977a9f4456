namespace LeadFilter.Pipeline.Ledger;

/// <summary>An attempt to deliver a lead that came to nothing. It holds no personal data.</summary>
/// <param name="Number">Which attempt it was, from 1.</param>
/// <param name="At">When it ended.</param>
/// <param name="NextTry">When it is tried again; null if it was given up: then the lead is a dead letter.</param>
/// <param name="Reason">Why, as a code such as <c>crm_busy</c>.</param>
/// <param name="Description">Why, in a sentence that holds nothing of what the CRM or the lead said.</param>
public sealed record DeliveryAttempt(int Number, DateTimeOffset At, DateTimeOffset? NextTry, string Reason, string Description)
{
    /// <summary>Whether it was the last one: somebody must fix the cause and replay the dead letter.</summary>
    public bool IsGivenUp => NextTry is null;
}
