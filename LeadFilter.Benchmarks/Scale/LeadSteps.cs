namespace LeadFilter.Scale;

/// <summary>
/// The calls for each kind of lead, as LeadFilter.Pipeline makes them (Intake/SubmitLead.cs and what it uses; Delivery/Forwarder.cs),
/// in their order, when nothing fails and nobody is in the way.
/// </summary>
internal static class LeadSteps
{
    /// <summary>Identities of a person: e-mail and phone.</summary>
    public const int Identities = 2;

    /// <summary>Table calls of a delivery to the lead's entry in the ledger: it is looked for, and written.</summary>
    public const int EntryCalls = 2;

    /// <summary>Table calls of a delivery: those to the entry, and the row by which the CRM's id leads to it.</summary>
    public const int DeliveryCalls = EntryCalls + 1;

    /// <summary>Calls for each stretch of places under a cap: it is opened, and noted as full.</summary>
    public const int CallsOfStretch = 2;

    /// <summary>Service Bus operations of a bought lead: send, receive, complete.</summary>
    public const int QueueOperations = 3;

    private static readonly Step[][] ByKind =
    [
        [Step.Receipt, Step.Decision],
        [Step.Receipt, Step.Suppression, Step.Claim, Step.ReadClaim, Step.Settle, Step.Decision],
        [Step.Receipt, Step.Suppression, Step.Claim, Step.Claim, Step.Cap, Step.Send, Step.SettleAndDecision],
    ];

    /// <summary>The steps of a lead.</summary>
    /// <param name="kind">Its kind.</param>
    public static IReadOnlyList<Step> Of(LeadKind kind) => ByKind[(int)kind];

    /// <summary>Table calls for a lead until it is answered; a place under a cap counts once, without collisions.</summary>
    /// <param name="kind">Its kind.</param>
    public static int TableCalls(LeadKind kind) => Of(kind).Sum(CallsOf);

    /// <summary>Table calls for a lead, its delivery included.</summary>
    /// <param name="kind">Its kind.</param>
    public static int AllTableCalls(LeadKind kind) => TableCalls(kind) + (kind == LeadKind.Bought ? DeliveryCalls : 0);

    private static int CallsOf(Step step) => step switch
    {
        Step.Send => 0,
        Step.Suppression => Identities,
        Step.SettleAndDecision => 2,
        _ => 1,
    };
}
