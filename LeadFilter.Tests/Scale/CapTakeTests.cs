using LeadFilter.Core.Capacity;
using LeadFilter.Core.Leads;
using LeadFilter.Pipeline.Capacity;
using LeadFilter.Scale;
using LeadFilter.Tests.Ports;
using Microsoft.Extensions.Time.Testing;

namespace LeadFilter.Tests.Scale;

/// <summary>What places under a cap cost in calls when seven processes take them, in the pipeline and in the model.</summary>
[TestClass]
public sealed class CapTakeTests
{
    private const int Processes = 7;
    private const int Leads = 4_000;
    private static readonly DateTimeOffset Start = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    [TestMethod]
    public async Task A_place_of_a_cap_with_room_costs_one_call_and_a_fortieth() =>
        Assert.IsLessThan(Leads * 0.025, await InThePipelineAsync(20_000) - Leads);

    [TestMethod]
    public async Task Taking_a_cap_to_its_last_place_costs_less_than_a_call_and_a_half_for_each() =>
        Assert.IsLessThan(Leads * 0.5, await InThePipelineAsync(Leads) - Leads);

    [TestMethod]
    [DataRow(20_000)]
    [DataRow(Leads)]
    [DataRow(Leads + 50)]
    public async Task The_model_makes_as_many_calls_as_the_pipeline(int limit)
    {
        var (real, modelled) = (await InThePipelineAsync(limit) - Leads, InTheModel(limit) - Leads);
        Assert.AreEqual(real, modelled, Math.Max(10, real * 0.2), $"{real} and {modelled} calls besides one for each place");
    }

    private static async Task<double> InThePipelineAsync(int limit)
    {
        var tables = new FaultyTables();
        var calls = 0;
        tables.Fault = call =>
        {
            calls += call.TookEffect ? 0 : 1;
            return ValueTask.CompletedTask;
        };
        var counters = Enumerable.Range(1, Processes)
            .Select(seed => new CapCounters(new CapPlaces(tables), new FakeTimeProvider(Start), new Random(seed))).ToArray();
        var counter = new CapCounter("cap", limit, new TimeSlice(Start, Start.AddDays(1)), null);
        var turns = new Random(1);
        for (var lead = 0; lead < Leads; lead++)
        {
            var id = LeadId.Create(Start, [0, 0, 0, 0, 0, 0, 0, 0, (byte)(lead >> 8), (byte)lead]);
            var process = turns.Next(Processes);
            while (!await counters[process].TryTakeAsync(counter, id, [], CancellationToken.None))
            {
                // Another one has taken what this one could see.
                process = (process + 1) % Processes;
            }
        }

        return calls;
    }

    private static double InTheModel(int limit)
    {
        var simulation = new Simulation(new() { CapLimit = limit }, new(), 1);
        var instances = Enumerable.Range(0, Processes).Select(static _ => new Instance(isWarm: true)).ToArray();
        var (turns, answers) = (new Random(1), new Answers());
        for (var lead = 0; lead < Leads; lead++)
        {
            // Far enough apart that the limits refuse nothing.
            new CapTake(simulation, instances[turns.Next(Processes)], answers).Pick(lead * 10);
            simulation.Agenda.RunUntil((lead * 10) + 9);
        }

        Assert.AreEqual((Leads, 0), (answers.Succeeded, answers.Failed));
        Assert.AreEqual(Leads, simulation.Cap.Taken);
        return simulation.Tables.Caps.Concat(simulation.Tables.CapNotes).Sum(static partition => partition.Calls);
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
