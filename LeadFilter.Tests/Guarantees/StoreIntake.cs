using LeadFilter.Tests.Campaigns;
using LeadFilter.Pipeline.Capacity;
using LeadFilter.Pipeline.Duplicates;
using LeadFilter.Pipeline.Identities;
using LeadFilter.Pipeline.Intake;
using LeadFilter.Pipeline.Lookups;
using LeadFilter.Pipeline.Receipts;
using LeadFilter.Pipeline.Decisions;
using LeadFilter.Pipeline.Telemetry;
using LeadFilter.Sqlite;
using LeadFilter.Tests.Meters;
using Microsoft.Extensions.Logging.Abstractions;

namespace LeadFilter.Tests.Guarantees;

/// <summary>The use case of a lead on a data folder, without the rest of a filter.</summary>
internal static class StoreIntake
{
    /// <param name="store">The data folder.</param>
    /// <param name="identities">Makes hashes with the installation's secret.</param>
    /// <param name="meters">Where it counts.</param>
    public static SubmitLead On(SqliteStore store, IdentityHasher identities, TestMeters meters)
    {
        var metrics = new LeadMetrics(meters);
        return new(
            new ReceiptBook(store.Tables, TimeProvider.System),
            new LeadLookup([]),
            [
                new ReservablePersons(new Claims(store.Tables, store.Changes, new OnlyCampaign(TestCampaign.Loaded())), new PersonIdentities(identities), metrics),
                new ReservablePlaces(new CapCounters(new(store.Tables), TimeProvider.System, Random.Shared), identities, metrics),
            ],
            new DecisionJournal(new(store.Tables), store.Queue, NullLogger<DecisionJournal>.Instance),
            store.Changes,
            identities,
            new LeadIds(Random.Shared),
            metrics,
            new PatternWatch(metrics, TimeProvider.System, NullLogger<PatternWatch>.Instance),
            NullLogger<SubmitLead>.Instance);
    }
}
