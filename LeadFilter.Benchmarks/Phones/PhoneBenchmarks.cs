using BenchmarkDotNet.Attributes;
using LeadFilter.Core.Fields;
using LeadFilter.Core.Fields.Phones;

namespace LeadFilter.Benchmarks.Phones;

/// <summary>
/// Reading one telephone number, over eight ways to write it: numbers.tsv, which tools/compare-phones.mjs gives to libphonenumber-js too.
/// Budget: 1 µs in North America, 3 µs elsewhere.
/// </summary>
public class PhoneBenchmarks
{
    private const int Numbers = 8;

    private static readonly (PhoneType Type, string Raw)[] All =
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Phones", "numbers.tsv")).Select(line => line.Split('\t')).Select(columns => (PhoneType.For(columns[0]), columns[1]))];

    private static readonly (PhoneType Type, string Raw)[] American = Those(isAmerican: true);
    private static readonly (PhoneType Type, string Raw)[] Others = Those(isAmerican: false);

    [Benchmark(OperationsPerInvoke = Numbers)]
    public int NorthAmerica() => CountValid(American);

    [Benchmark(OperationsPerInvoke = Numbers)]
    public int Elsewhere() => CountValid(Others);

    [Benchmark]
    public FieldValue Canonical() => PhoneType.Instance.Standardize("+14155550132");

    [Benchmark]
    public FieldValue Invalid() => PhoneType.Instance.Standardize("415-155-0132");

    private static (PhoneType Type, string Raw)[] Those(bool isAmerican)
    {
        (PhoneType Type, string Raw)[] those = [.. All.Where(number => (number.Type == PhoneType.Instance) == isAmerican)];
        return those.Length == Numbers ? those : throw new InvalidOperationException($"{those.Length} numbers instead of {Numbers}");
    }

    private static int CountValid((PhoneType Type, string Raw)[] numbers)
    {
        var valid = 0;
        foreach (var (type, raw) in numbers)
        {
            valid += type.Standardize(raw).IsValid ? 1 : 0;
        }

        return valid;
    }
}
