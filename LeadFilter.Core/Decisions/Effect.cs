namespace LeadFilter.Core.Decisions;

/// <summary>What a ground that holds does to the lead.</summary>
public enum Effect
{
    /// <summary>It rejects the lead.</summary>
    Reject,

    /// <summary>Nothing: the vendor's contract does not accept rejections of this category. Logged.</summary>
    Waived,

    /// <summary>Nothing: the vendor is on trial. Logged.</summary>
    Trial,

    /// <summary>Nothing: the rule is a shadow. Logged.</summary>
    Shadow,

    /// <summary>The lead is forwarded as an update of one that was bought before; nothing is paid. Logged.</summary>
    Touchpoint,
}
