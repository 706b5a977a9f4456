namespace LeadFilter.Scale;

/// <summary>What a run counts.</summary>
internal sealed class Tally
{
    private double measuredAt;

    /// <summary>Leads that arrived.</summary>
    public long Arrived { get; set; }

    /// <summary>Leads that arrived since measuring began.</summary>
    public long ArrivedMeasured { get; set; }

    /// <summary>Leads answered with each <see cref="Outcome"/>.</summary>
    public long[] Answered { get; } = new long[3];

    /// <summary>Leads that the queue took.</summary>
    public long Sent { get; set; }

    /// <summary>Leads that the CRM has.</summary>
    public long Delivered { get; set; }

    /// <summary>The most leads that were in the queue or being delivered.</summary>
    public long MostUndelivered { get; set; }

    /// <summary>Decisions that went to the queue, since the log did not take them.</summary>
    public long LateRecords { get; set; }

    /// <summary>Those of them that the log has taken since.</summary>
    public long LateRecordsWritten { get; set; }

    /// <summary>Deliveries that the CRM refused for having too many calls at once.</summary>
    public long CrmRefusals { get; set; }

    /// <summary>The most calls to the CRM at once.</summary>
    public int MostCrmCalls { get; set; }

    /// <summary>Seconds of each answer since measuring began.</summary>
    public List<float> AnswerSeconds { get; } = [];

    /// <summary>Seconds of each answer before that.</summary>
    public List<float> EarlyAnswerSeconds { get; } = [];

    /// <summary>Seconds from the queue's taking a lead to its being done, since measuring began.</summary>
    public List<float> DeliverySeconds { get; } = [];

    /// <summary>Leads whose answer is awaited.</summary>
    public int Open { get; private set; }

    /// <summary>Lead-seconds that answers were awaited since measuring began.</summary>
    public double OpenSeconds { get; private set; }

    /// <summary>Changes how many answers are awaited.</summary>
    /// <param name="now">Seconds since the start.</param>
    /// <param name="change">By how many.</param>
    public void ChangeOpen(double now, int change)
    {
        OpenSeconds += Open * (now - measuredAt);
        measuredAt = now;
        Open += change;
    }

    /// <summary>Begins to measure.</summary>
    /// <param name="now">Seconds since the start.</param>
    public void Mark(double now)
    {
        ChangeOpen(now, 0);
        OpenSeconds = 0;
        ArrivedMeasured = 0;
    }
}
