namespace LeadFilter.Pipeline.Ports;

/// <summary>The names of all tables: letters and digits only, as Table Storage asks.</summary>
public static class TableNames
{
    /// <summary>The rejection log, and what was accepted.</summary>
    public const string Decisions = "Decisions";

    /// <summary>Identities that were bought.</summary>
    public const string Claims = "Claims";

    /// <summary>The answers that vendors were given, for resends.</summary>
    public const string Receipts = "Receipts";

    /// <summary>What was bought and delivered to the CRM, by lead.</summary>
    public const string Ledger = "Ledger";

    /// <summary>The places under caps that are taken.</summary>
    public const string Caps = "Caps";

    /// <summary>Who is on which suppression list.</summary>
    public const string Suppressions = "Suppressions";

    /// <summary>What became of bought leads.</summary>
    public const string Outcomes = "Outcomes";

    /// <summary>Bought leads that were handed back, and the shares that may be.</summary>
    public const string Returns = "Returns";

    /// <summary>Which system has learned of which opt-out.</summary>
    public const string OptOutTargets = "OptOutTargets";

    /// <summary>Who asked not to be contacted, and when.</summary>
    public const string OptOuts = "OptOuts";

    /// <summary>How far the upkeep of the other tables has come.</summary>
    public const string Upkeep = "Upkeep";

    /// <summary>Every table, for hosts that make them at start.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Decisions, Claims, Receipts, Ledger, Caps, Suppressions, Outcomes, Returns, OptOuts, OptOutTargets, Upkeep,
    ];
}
