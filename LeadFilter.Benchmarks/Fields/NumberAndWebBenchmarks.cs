using BenchmarkDotNet.Attributes;
using LeadFilter.Core.Fields;
using LeadFilter.Core.Fields.Flags;
using LeadFilter.Core.Fields.Numbers;
using LeadFilter.Core.Fields.Persons;
using LeadFilter.Core.Fields.Web;
using LeadFilter.Core.Fields.Web.UserAgents;

namespace LeadFilter.Benchmarks.Fields;

/// <summary>Reading one number, flag, web address, IP address, browser or free text; and a browser's parts.</summary>
public class NumberAndWebBenchmarks
{
    private const string Browser = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 "
        + "Safari/537.36";

    private static readonly FieldValue Agent = UserAgentType.Instance.Standardize(Browser);
    private static readonly FieldPart Bot = UserAgentType.Instance.Parts[0];

    [Benchmark]
    public FieldValue PlainNumber() => NumberType.Instance.Standardize("180");

    [Benchmark]
    public FieldValue EuropeanNumber() => NumberType.Instance.Standardize("1.234,50");

    [Benchmark]
    public FieldValue NumberWithUnit() => NumberType.Instance.Standardize("1,500 sq ft");

    [Benchmark]
    public FieldValue Money() => MoneyType.Instance.Standardize("$1,250.00");

    [Benchmark]
    public FieldValue Percentage() => PercentageType.Instance.Standardize("12.5 %");

    [Benchmark]
    public FieldValue Range() => RangeType.Instance.Standardize("$100 to $150");

    [Benchmark]
    public FieldValue Flag() => BooleanType.Instance.Standardize("Yes");

    [Benchmark]
    public FieldValue Gender() => GenderType.Instance.Standardize("F");

    [Benchmark]
    public FieldValue Ssn() => SsnType.Instance.Standardize("123-45-6780");

    [Benchmark]
    public FieldValue Url() => UrlType.Instance.Standardize("https://www.example.com/offer?utm_source=google&utm_medium=cpc");

    [Benchmark]
    public FieldValue Ip4() => IpType.Instance.Standardize("73.12.4.99");

    [Benchmark]
    public FieldValue Ip6() => IpType.Instance.Standardize("2606:4700:4700:0:0:0:0:1111");

    [Benchmark]
    public FieldValue UserAgentText() => UserAgentType.Instance.Standardize(Browser);

    [Benchmark]
    public FieldValue UserAgentBot() => Bot.Read(in Agent, default);

    [Benchmark]
    public FieldValue PlainString() => StringType.Instance.Standardize("8955 Maple Street");

    [Benchmark]
    public FieldValue AccentedString() => StringType.Instance.Standardize("Müller & Söhne");

    [Benchmark]
    public FieldValue StringWithEntities() => StringType.Instance.Standardize("Smith &amp; Sons&nbsp;Ltd");
}
