using LeadFilter.Pipeline.Ports;

namespace LeadFilter.Pipeline.Capacity;

/// <summary>
/// A place that is to be taken together with other things, all or none. Until its end no other request of this process tries it.
/// </summary>
/// <param name="ledger">Whose place it is.</param>
/// <param name="place">The place.</param>
/// <param name="change">The change that takes it.</param>
internal sealed class PlaceOffer(CapLedger ledger, int place, Change change)
{
    /// <summary>The change that takes it.</summary>
    public Change Change => change;

    /// <summary>The change tells what became of it; one that was never tried leaves the place free.</summary>
    /// <returns>Whether the place is taken by it.</returns>
    public bool End()
    {
        switch (change.Result)
        {
            case ChangeResult.NotTried:
            case ChangeResult.Failed when change.Failure is { HadNoEffect: true }:
                ledger.Freed(place, wasTaken: false);
                break;
            case ChangeResult.Failed:
                ledger.Doubt(place);
                break;
            default:
                ledger.Taken(place);
                break;
        }

        ledger.EndOffer();
        return change.Result == ChangeResult.Made;
    }
}
