using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using LeadFilter.Benchmarks;
using LeadFilter.Benchmarks.Loading;
using LeadFilter.Scale;
using Perfolizer.Horology;

if (args is [LoadCommand.Name, .. var rest])
{
    return LoadCommand.Run(rest);
}

if (Measurements.Know(args))
{
    return await Measurements.RunAsync(args);
}

if (args is [ScaleCommand.Name, .. var choices])
{
    return ScaleCommand.Run(choices);
}

// Runs in this process: the benchmarks need no second build, and the figures are those of this build.
var config = ManualConfig.CreateEmpty()
    .AddJob(
        Job.Default
            .WithToolchain(InProcessEmitToolchain.Instance)
            .WithWarmupCount(25)
            .WithIterationCount(15)
            .WithIterationTime(TimeInterval.FromMilliseconds(100)))
    .AddDiagnoser(MemoryDiagnoser.Default)
    .AddColumnProvider(DefaultColumnProviders.Instance)
    .AddColumn(StatisticColumn.Median, StatisticColumn.P95)
    .AddLogger(ConsoleLogger.Default)
    .AddExporter(MarkdownExporter.GitHub);
BenchmarkSwitcher.FromAssembly(typeof(LeadFilter.Benchmarks.Decisions.DecisionBenchmarks).Assembly).Run(args, config);
return 0;
