namespace LeadFilter.Tests.Faults.Checking;

/// <summary>What can be wrong with a history.</summary>
internal enum Wrong
{
    /// <summary>Bought, and neither in the CRM nor among the dead letters nor in the queue.</summary>
    Lost,

    /// <summary>One lead, submission or person bought or delivered as two.</summary>
    Doubled,

    /// <summary>A price that differs from another place's, or that is asked for what nobody gets.</summary>
    WronglyCharged,

    /// <summary>More bought in a period than a cap allows.</summary>
    OverCap,

    /// <summary>On its way to the CRM, though the vendor was told that it is rejected, or sent no such lead.</summary>
    DeliveredUnasked,

    /// <summary>An event, a return or a credit that nobody asked for, or of a lead that was not bought.</summary>
    CountedUnasked,

    /// <summary>An answer that differs from the log, or from another answer to the same submission.</summary>
    Contradicted,
}

/// <summary>Something wrong.</summary>
/// <param name="Kind">What kind.</param>
/// <param name="Text">What it is, with the ids.</param>
internal sealed record Finding(Wrong Kind, string Text)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Kind}: {Text}";
}
