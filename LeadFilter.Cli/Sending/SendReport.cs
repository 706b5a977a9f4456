namespace LeadFilter.Cli.Sending;

/// <summary>What came of sending; written as it is by <c>--json</c>.</summary>
internal sealed record SendReport
{
    /// <summary>How many leads were sent and have their last answer.</summary>
    public required long Leads { get; init; }

    /// <summary>How long it took.</summary>
    public required double Seconds { get; init; }

    /// <summary>Leads by second; 0 if no time passed.</summary>
    public double LeadsPerSecond => Seconds > 0 ? Leads / Seconds : 0;

    /// <summary>How often a lead was sent again.</summary>
    public required long Retries { get; init; }

    /// <summary>The outcomes, by vendor, kind and number.</summary>
    public required IReadOnlyList<OutcomeCount> Outcomes { get; init; }

    /// <summary>How long the answers took.</summary>
    public required AnswerPercentiles AnswersMs { get; init; }

    /// <summary>For each vendor and code without a decision the first such lead; at most <see cref="SendTally.MaxShown"/>.</summary>
    public required IReadOnlyList<Undecided> Undecided { get; init; }

    /// <summary>The comparison with what the lines expect; null if none was asked for.</summary>
    public SendCheck? Check { get; init; }

    /// <summary>Why the sending ended before the file: a broken line, or a filter that does not answer; null if it did not.</summary>
    public SendStop? Stopped { get; init; }

    /// <summary>Whether every lead has a decision.</summary>
    public bool AllDecided => Outcomes.All(one => one.Outcome is AnswerKind.Success or AnswerKind.Failure);
}
