using BenchmarkDotNet.Attributes;
using LeadFilter.Core.Fields;
using LeadFilter.Core.Fields.Phones;
using PhoneNumbers;

namespace LeadFilter.Benchmarks.Phones;

/// <summary>
/// Reading one telephone number, over eight ways to write it: numbers.tsv, which libphonenumber-csharp reads too, and
/// tools/compare-phones.mjs gives to libphonenumber-js.
/// Budget: 1 µs in North America, 3 µs elsewhere.
/// </summary>
public class PhoneBenchmarks
{
    private const int Numbers = 8;

    private static readonly PhoneNumberUtil Library = PhoneNumberUtil.GetInstance();

    private static readonly (PhoneType Type, string Raw)[] All =
        [
            .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Phones", "numbers.tsv"))
                .Select(line => line.Split('\t'))
                .Select(columns => (PhoneType.For(columns[0]), columns[1])),
        ];

    private static readonly (PhoneType Type, string Raw)[] American = Those(isAmerican: true);
    private static readonly (PhoneType Type, string Raw)[] Others = Those(isAmerican: false);

    [Benchmark(OperationsPerInvoke = Numbers)]
    public int NorthAmerica() => CountValid(American);

    [Benchmark(OperationsPerInvoke = Numbers)]
    public int Elsewhere() => CountValid(Others);

    [Benchmark(Description = "NorthAmerica, libphonenumber-csharp", OperationsPerInvoke = Numbers)]
    public int NorthAmericaByLibrary() => CountValidByLibrary(American);

    [Benchmark(Description = "Elsewhere, libphonenumber-csharp", OperationsPerInvoke = Numbers)]
    public int ElsewhereByLibrary() => CountValidByLibrary(Others);

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

    // As LeadFilter: parsed, found valid or not, and written as E.164.
    private static int CountValidByLibrary((PhoneType Type, string Raw)[] numbers)
    {
        var valid = 0;
        foreach (var (type, raw) in numbers)
        {
            var number = Library.Parse(raw, type.Region);
            valid += Library.IsValidNumber(number) && Library.Format(number, PhoneNumberFormat.E164).Length > 0 ? 1 : 0;
        }

        return valid;
    }
}
