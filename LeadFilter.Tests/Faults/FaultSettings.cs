using System.Globalization;

namespace LeadFilter.Tests.Faults;

/// <summary>How long and from which seed faults are made; the default suite makes a few.</summary>
internal static class FaultSettings
{
    private const string SeedSetting = "LEADFILTER_FAULT_SEED";
    private const int UsualRounds = 5;

    /// <summary>How often a process is killed: <c>LEADFILTER_FAULT_ROUNDS</c>.</summary>
    public static int Rounds { get; } = Read("LEADFILTER_FAULT_ROUNDS", UsualRounds);

    /// <summary>How many leads wait in the queue at a restart: <c>LEADFILTER_QUEUED_LEADS</c>.</summary>
    public static int QueuedLeads { get; } = Read("LEADFILTER_QUEUED_LEADS", 2_000);

    /// <summary>The randomness of a run, made from <c>LEADFILTER_FAULT_SEED</c>, or from a new seed; it is printed in both cases.</summary>
    public static Random Random(TestContext context)
    {
        var seed = Read(SeedSetting, Environment.TickCount);
        context.WriteLine($"{SeedSetting}={seed}");
        return new(seed);
    }

    private static int Read(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var set) ? set : otherwise;
}
