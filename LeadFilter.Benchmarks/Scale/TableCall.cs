namespace LeadFilter.Scale;

/// <summary>A call of Table Storage with the tries that LeadFilter.Functions/Tables/TableRegistration.cs allows.</summary>
/// <param name="agenda">What is to happen.</param>
/// <param name="random">The source of chance.</param>
/// <param name="target">The partition and its account.</param>
/// <param name="entities">Entities that it reads or writes.</param>
/// <param name="latency">How long it takes, when it is not refused.</param>
/// <param name="caller">Who waits.</param>
/// <param name="call">Which of the caller's calls.</param>
internal sealed class TableCall(
    Agenda agenda, Random random, TablePartition target, double entities, Latency latency, ICaller caller, int call)
    : Occurrence
{
    private const int Retries = 2;
    private const double FirstPause = 0.1;
    private const double Jitter = 0.2;

    private int refusals;
    private bool answered;
    private bool succeeded;

    /// <summary>Makes the call.</summary>
    /// <param name="now">Seconds since the start.</param>
    public void Begin(double now) => Try(now);

    /// <inheritdoc/>
    public override void Happen(double now)
    {
        if (answered)
        {
            caller.Answered(now, succeeded, call);
        }
        else
        {
            Try(now);
        }
    }

    private void Try(double now)
    {
        succeeded = target.TryCall(now, entities);
        answered = succeeded || refusals == Retries;
        var pause = answered ? 0 : FirstPause * Math.Pow(2, refusals) * (1 - Jitter + (2 * Jitter * random.NextDouble()));
        refusals++;
        agenda.Add(now + latency.Sample(random) + pause, this);
    }
}
