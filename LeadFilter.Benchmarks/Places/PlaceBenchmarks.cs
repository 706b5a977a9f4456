using BenchmarkDotNet.Attributes;
using LeadFilter.Core.Fields;
using LeadFilter.Core.Fields.Catalogue;
using LeadFilter.Core.Fields.Places.Cities;
using LeadFilter.Core.Fields.Places.Countries;
using LeadFilter.Core.Fields.Places.Postal;
using LeadFilter.Core.Fields.Places.Streets;
using LeadFilter.Core.Leads;
using LeadFilter.Core.Leads.Facts;

namespace LeadFilter.Benchmarks.Places;

/// <summary>Reading one place of each type, over four ways to write it, and telling what is derived from it.</summary>
public class PlaceBenchmarks
{
    private const int Texts = 4;

    private static readonly string[] Streets = ["123 N MAIN ST APT 4B", "9 o'brien ln.", "P.O. Box 12", "1600 Pennsylvania Ave NW"];
    private static readonly string[] Cities = ["SAN DIEGO", "st louis", "Winston-Salem", "Austin, TX"];
    private static readonly string[] States = ["CA", "new york", "Calif.", "Texas, USA"];
    private static readonly string[] Codes = ["94107", "94107-1234", "k1a0b1", "sw1a 1aa"];
    private static readonly string[] Countries = ["US", "United States of America", "U.K.", "méxico"];

    private static readonly FieldLayout Layout = new(StandardFields.All, []);
    private static readonly Lead OneLead = MakeLead();
    private static readonly FieldOperand[] Facts = [.. LeadFacts.All.Select(fact => fact.In(Layout)!)];
    private static readonly FieldValue Street = StreetType.Instance.Standardize("123 N Main St Apt 4B");
    private static readonly FieldPart StreetIsFake = StreetType.Instance.Parts.Single(part => part.Name == "fake");
    private static readonly FieldPart StreetNumber = StreetType.Instance.Parts.Single(part => part.Name == "number");

    [Benchmark(OperationsPerInvoke = Texts)]
    public int OfStreets() => Valid(StreetType.Instance, Streets);

    [Benchmark(OperationsPerInvoke = Texts)]
    public int OfCities() => Valid(CityType.Instance, Cities);

    [Benchmark(OperationsPerInvoke = Texts)]
    public int OfStates() => Valid(StateType.Instance, States);

    [Benchmark(OperationsPerInvoke = Texts)]
    public int OfPostalCodes() => Valid(PostalCodeType.Instance, Codes);

    [Benchmark(OperationsPerInvoke = Texts)]
    public int OfCountries() => Valid(CountryType.Instance, Countries);

    [Benchmark]
    public FieldValue StreetFake() => StreetIsFake.Read(in Street, OneLead.ReceivedAt);

    [Benchmark]
    public FieldValue StreetHouseNumber() => StreetNumber.Read(in Street, OneLead.ReceivedAt);

    [Benchmark]
    public double EveryFactOfALead()
    {
        var sum = 0d;
        foreach (var fact in Facts)
        {
            sum += fact.Read(OneLead).Number;
        }

        return sum;
    }

    private static int Valid(FieldType type, string[] texts)
    {
        var valid = 0;
        foreach (var raw in texts)
        {
            valid += type.Standardize(raw).IsValid ? 1 : 0;
        }

        return valid;
    }

    private static Lead MakeLead()
    {
        var draft = new LeadDraft(Layout);
        foreach (var (name, raw) in (ReadOnlySpan<(string, string)>)
            [
                ("first_name", "Jane"),
                ("last_name", "Doyle"),
                ("email", "sunny99@example.com"),
                ("phone_1", "2125550132"),
                ("state", "NY"),
                ("postal_code", "10001"),
                ("country", "US"),
            ])
        {
            draft.Add(name, raw);
        }

        return draft.ToLead(new(2026, 11, 26, 12, 0, 0, TimeSpan.Zero));
    }
}
