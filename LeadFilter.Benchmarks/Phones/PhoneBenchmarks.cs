using BenchmarkDotNet.Attributes;
using LeadFilter.Core.Fields;
using LeadFilter.Core.Fields.Phones;

namespace LeadFilter.Benchmarks.Phones;

/// <summary>Reading one telephone number, over eight ways to write it.</summary>
public class PhoneBenchmarks
{
    private const int Numbers = 8;

    private static readonly string[] American =
    [
        "(415) 555-0132", "415.555.0132", "1-415-555-0132", "+1 (212) 736-5000", "4169671111", "800-425-0132 x42", "305 555 0199", "tel:+1-415-555-0132",
    ];

    private static readonly (PhoneType Type, string Raw)[] Others =
    [
        (PhoneType.For("GB"), "020 7946 0000"), (PhoneType.For("DE"), "030 901820"), (PhoneType.For("FR"), "01 42 68 53 00"),
        (PhoneType.For("IT"), "06 6982 1234"), (PhoneType.For("RU"), "8 (495) 123-45-67"), (PhoneType.For("BR"), "0 15 11 96123-4567"),
        (PhoneType.For("AR"), "011 15-2345-6789"), (PhoneType.For("IN"), "098765 43210"),
    ];

    [Benchmark(OperationsPerInvoke = Numbers)]
    public int NorthAmerica()
    {
        var valid = 0;
        foreach (var raw in American)
        {
            valid += PhoneType.Instance.Standardize(raw).IsValid ? 1 : 0;
        }

        return valid;
    }

    [Benchmark(OperationsPerInvoke = Numbers)]
    public int Elsewhere()
    {
        var valid = 0;
        foreach (var (type, raw) in Others)
        {
            valid += type.Standardize(raw).IsValid ? 1 : 0;
        }

        return valid;
    }

    [Benchmark]
    public FieldValue Canonical() => PhoneType.Instance.Standardize("+14155550132");

    [Benchmark]
    public FieldValue Invalid() => PhoneType.Instance.Standardize("415-155-0132");
}
