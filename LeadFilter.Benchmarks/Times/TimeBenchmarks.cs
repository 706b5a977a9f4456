using BenchmarkDotNet.Attributes;
using LeadFilter.Core.Fields;
using LeadFilter.Core.Fields.Times;

namespace LeadFilter.Benchmarks.Times;

/// <summary>Reading one time, and telling what a rule asks of it.</summary>
public class TimeBenchmarks
{
    private const int Texts = 8;

    private static readonly string[] Mixed =
    [
        "2026-11-03T08:49:37Z", "11/3/2026 8:49 PM", "1793695777", "Nov 3, 2026 8:49 PM EST", "2026-11-03 08:49:37", "20261103084937",
        "Tue, 03 Nov 2026 08:49:37 GMT", "Tue Nov 03 2026 08:49:37 GMT-0500 (Eastern Standard Time)",
    ];

    private static readonly FieldType NewYork =
        TimestampType.Instance.In(new() { TimeZone = TimeZoneInfo.FindSystemTimeZoneById("America/New_York") });

    private static readonly FieldValue Read = NewYork.Standardize("2026-11-03T08:49:37Z");
    private static readonly FieldPart Hour = NewYork.Parts.Single(part => part.Name == "hour");

    [Benchmark(OperationsPerInvoke = Texts)]
    public int EveryForm()
    {
        var valid = 0;
        foreach (var raw in Mixed)
        {
            valid += TimestampType.Instance.Standardize(raw).IsValid ? 1 : 0;
        }

        return valid;
    }

    [Benchmark]
    public FieldValue Iso() => TimestampType.Instance.Standardize("2026-11-03T08:49:37Z");

    [Benchmark]
    public FieldValue American() => TimestampType.Instance.Standardize("11/3/2026 8:49 PM");

    [Benchmark]
    public FieldValue NarrowSpace() => TimestampType.Instance.Standardize("11/3/2026, 8:49:37\u202FPM");

    [Benchmark]
    public FieldValue DateOfBirth() => DobType.Instance.Standardize("12/31/1985");

    [Benchmark]
    public FieldValue TimeOfDay() => TimeType.Instance.Standardize("2:05 pm");

    [Benchmark]
    public FieldValue HourInNewYork() => Hour.Read(in Read, DateTimeOffset.UnixEpoch);
}
