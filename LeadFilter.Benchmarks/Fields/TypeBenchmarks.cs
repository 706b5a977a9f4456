using BenchmarkDotNet.Attributes;
using LeadFilter.Core.Fields;
using LeadFilter.Core.Fields.Catalogue;

namespace LeadFilter.Benchmarks.Fields;

/// <summary>Reading one text of each type of field, over the type's typical texts.</summary>
public class TypeBenchmarks
{
    private const int Texts = 4;

    private string[] texts = [];
    private FieldType type = null!;

    public static IEnumerable<string> Types => FieldTypes.All.Select(type => type.Name);

    [ParamsSource(nameof(Types))]
    public string Type { get; set; } = "";

    [GlobalSetup]
    public void Find()
    {
        type = FieldTypes.All.Single(type => type.Name == Type);
        texts = TypicalTexts.Of(type);
    }

    [Benchmark(Description = "read", OperationsPerInvoke = Texts)]
    public int Read()
    {
        var valid = 0;
        for (var at = 0; at < Texts; at++)
        {
            valid += type.Standardize(texts[at]).IsValid ? 1 : 0;
        }

        return valid;
    }
}
