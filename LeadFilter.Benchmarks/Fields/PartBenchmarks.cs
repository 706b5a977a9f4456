using BenchmarkDotNet.Attributes;
using LeadFilter.Core.Fields;
using LeadFilter.Core.Fields.Catalogue;

namespace LeadFilter.Benchmarks.Fields;

/// <summary>Reading one part of a value, over the typical texts of its type: what a rule costs that asks for it.</summary>
public class PartBenchmarks
{
    private const int Texts = 4;

    private readonly FieldValue[] values = new FieldValue[Texts];
    private PartReader read = null!;

    public static IEnumerable<string> Parts => FieldTypes.All.SelectMany(type => type.Parts.Select(part => $"{type.Name}.{part.Name}"));

    [ParamsSource(nameof(Parts))]
    public string Part { get; set; } = "";

    [GlobalSetup]
    public void Find()
    {
        var dot = Part.IndexOf('.', StringComparison.Ordinal);
        var type = FieldTypes.All.Single(type => type.Name == Part[..dot]);
        read = type.Parts.Single(part => part.Name == Part[(dot + 1)..]).Read;
        var valid = TypicalTexts.Of(type).Select(type.Standardize).Where(value => value.IsValid).ToArray();
        for (var at = 0; at < Texts; at++)
        {
            values[at] = valid[at % valid.Length];
        }
    }

    [Benchmark(Description = "read", OperationsPerInvoke = Texts)]
    public int Read()
    {
        var valid = 0;
        for (var at = 0; at < Texts; at++)
        {
            valid += read(in values[at], DateTimeOffset.UnixEpoch).IsValid ? 1 : 0;
        }

        return valid;
    }
}
