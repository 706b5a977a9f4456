using LeadFilter.Benchmarks.Scale;
using LeadFilter.Core.Capacity;
using LeadFilter.Core.Leads;
using LeadFilter.Pipeline.Capacity;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Tests.Ports;
using Microsoft.Extensions.Time.Testing;

namespace LeadFilter.Tests.Scale;

/// <summary>Instances get into each other's way under a cap in the model as often as processes do in the pipeline.</summary>
[TestClass]
public sealed class CapTakeTests
{
    private const int Processes = 7;
    private const int Leads = 4_000;
    private static readonly DateTimeOffset Start = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    [TestMethod]
    public async Task Collisions_are_as_frequent_as_in_the_pipeline()
    {
        var real = await InThePipelineAsync();
        var modelled = InTheModel();
        Assert.AreEqual(real, modelled, real * 0.15);
        Assert.IsGreaterThan(Leads / 20.0, real);
    }

    private static async Task<double> InThePipelineAsync()
    {
        var tables = new InMemoryTables();
        var inserts = 0;
        tables.Fault = call =>
        {
            inserts += !call.TookEffect && call.Operation == nameof(ITable.TryInsertAsync) ? 1 : 0;
            return ValueTask.CompletedTask;
        };
        var counters = Enumerable.Range(1, Processes)
            .Select(seed => new CapCounters(new CapPlaces(tables), new FakeTimeProvider(Start), new Random(seed))).ToArray();
        var counter = new CapCounter("cap", 20_000, new TimeSlice(Start, Start.AddDays(1)), null);
        var turns = new Random(1);
        for (var lead = 0; lead < Leads; lead++)
        {
            var id = LeadId.Create(Start, [0, 0, 0, 0, 0, 0, 0, 0, (byte)(lead >> 8), (byte)lead]);
            Assert.IsTrue(await counters[turns.Next(Processes)].TryTakeAsync(counter, id, [], CancellationToken.None));
        }

        return inserts - Leads;
    }

    private static double InTheModel()
    {
        var simulation = new Simulation(new(), new(), 1);
        var instances = Enumerable.Range(0, Processes).Select(static number => new Instance(number, isWarm: true)).ToArray();
        var (turns, answers) = (new Random(1), new Answers());
        for (var lead = 0; lead < Leads; lead++)
        {
            // Far enough apart that the limits refuse nothing.
            new CapTake(simulation, instances[turns.Next(Processes)], answers).Begin(lead * 10);
            simulation.Agenda.RunUntil((lead * 10) + 9);
        }

        Assert.AreEqual((Leads, 0), (answers.Succeeded, answers.Failed));
        return simulation.CapCollisions;
    }

    private sealed class Answers : ICaller
    {
        public int Succeeded { get; private set; }

        public int Failed { get; private set; }

        public void Answered(double now, bool succeeded, int call)
        {
            Succeeded += succeeded ? 1 : 0;
            Failed += succeeded ? 0 : 1;
        }
    }
}
