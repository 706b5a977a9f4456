using LeadFilter.Pipeline.Ports;
using LeadFilter.Tests.Delivery;
using LeadFilter.Tests.Ports;

namespace LeadFilter.Tests.Faults.Calls;

/// <summary>
/// Counts the steps of all calls of the ports, two for each call, one before and one after it takes effect; and makes a fault
/// at one of them.
/// </summary>
internal sealed class CallSteps
{
    private const int Few = 6;
    private const int Many = 60;

    private int seen;
    private bool isOff;

    /// <summary>How many steps there were.</summary>
    public int Seen => seen;

    /// <summary>At which step the fault happens; null for none.</summary>
    public int? At { get; init; }

    /// <summary>Which fault.</summary>
    public CallFault Fault { get; init; }

    /// <summary>What happens just before the fault, without a fault of its own; null for nothing.</summary>
    public Func<Task>? Meanwhile { get; set; }

    /// <summary>Whether the process is dead; set it to false for the next process.</summary>
    public bool IsDead { get; set; }

    /// <summary>Which call met the fault first.</summary>
    public string Met { get; private set; } = "no call";

    /// <summary>No more faults.</summary>
    public void End() => isOff = true;

    /// <summary>A call is made, or has taken effect.</summary>
    public async ValueTask StepAsync(PortCall call)
    {
        if (isOff)
        {
            return;
        }

        if (IsDead)
        {
            throw new CrashException();
        }

        var step = seen++;
        if (At is not { } at || step < at || step >= at + Length())
        {
            return;
        }

        if (step == at)
        {
            Met = $"{call.Port} {call.Operation} {(call.TookEffect ? "after" : "before")} its effect";
            if (Meanwhile is { } meanwhile && call is not { Port: TableNames.Caps, Operation: nameof(ITable.QueryAsync) })
            {
                // Requests share the reading of a cap's places: there, one cannot go all the way while the other stands still.
                isOff = true;
                await meanwhile();
                isOff = false;
            }
        }

        if (Fault == CallFault.Death)
        {
            IsDead = true;
            throw new CrashException();
        }

        throw new StoreUnavailableException("a fault") { HadNoEffect = Fault == CallFault.Honestly && !call.TookEffect };
    }

    private int Length() => Fault switch
    {
        CallFault.Shortly => Few,
        CallFault.ForLong => Many,
        _ => 1,
    };
}
