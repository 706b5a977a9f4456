using System.Text.Unicode;
using LeadFilter.Http.Routing;

namespace LeadFilter.Benchmarks.Leads;

/// <summary>
/// Makes leads of invented people for the sample campaign, as JSON; no two are of the same person. For use by many threads.
/// </summary>
/// <param name="kind">What is to become of them.</param>
internal sealed class LeadSource(LeadKind kind)
{
    /// <summary>Where they are posted.</summary>
    public static readonly string Path = Addresses.SubmitLead.PathOf("solar");

    /// <summary>The key that they are posted with.</summary>
    public const string Key = "acme-demo-key";

    /// <summary>No lead is longer, in bytes.</summary>
    public const int MaxSize = 1_024;

    private const string Browser =
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36";

    private const int Lines = 10_000;
    private const int FirstExchange = 620;
    private const int Exchanges = 280;

    private static readonly (string State, string City, string Zip, int Area)[] Places =
    [
        ("AZ", "Phoenix", "85004", 602), ("CA", "San Francisco", "94103", 415), ("CO", "Denver", "80202", 303),
        ("FL", "Miami", "33130", 305),
        ("MA", "Boston", "02108", 617), ("NJ", "Hackensack", "07601", 201), ("NV", "Las Vegas", "89101", 702),
        ("TX", "Austin", "78701", 512),
    ];

    private static readonly string[] Names = ["Ada", "Luis", "James", "Maria", "Chen", "Amara", "Peter", "Ingrid", "Tomas", "Ruth", "Omar"];

    private long last = -1;

    /// <summary>How many different people there are; then they come again.</summary>
    public static long People => (long)Places.Length * Exchanges * Lines;

    /// <summary>The next lead, as if its form was sent this moment.</summary>
    /// <param name="isBought">Whether the filter buys it.</param>
    public byte[] Next(out bool isBought)
    {
        var lead = new byte[MaxSize];
        return lead[..WriteNext(lead, out isBought)];
    }

    /// <summary>Writes the next lead, as if its form was sent this moment.</summary>
    /// <param name="into">Takes it: at least <see cref="MaxSize"/> bytes.</param>
    /// <param name="isBought">Whether the filter buys it.</param>
    /// <returns>How many bytes it has.</returns>
    public int WriteNext(Span<byte> into, out bool isBought)
    {
        var person = Interlocked.Increment(ref last);
        isBought = kind == LeadKind.Accepts || (kind == LeadKind.Mix && person % 2 == 0);
        var number = person / Places.Length;
        var (state, city, zip, area) = isBought
            ? Places[person % Places.Length]
            : ("NY", "New York", "10001", Places[person % Places.Length].Area);
        var (exchange, line) = (FirstExchange + (number / Lines % Exchanges), number % Lines);
        var name = Names[person % Names.Length];
        return Utf8.TryWrite(
            into,
            $$"""
            {"first_name":"{{name}}","last_name":"Sample","email":"{{name}}.sample{{person}}@mail.example.com",
            "phone_1":"({{area}}) {{exchange}}-{{line:0000}}",
            "address_1":"{{1 + (person % 9_000)}} Maple St","city":"{{city}}","state":"{{state}}","postal_code":"{{zip}}",
            "ip_address":"8.8.{{person / 250 % 250}}.{{person % 250}}",
            "created_at":"{{TimeProvider.System.GetUtcNow():yyyy-MM-ddTHH:mm:ssZ}}",
            "tcpa_consent":"yes","consent_text":"By clicking I agree to be called about solar panels",
            "trustedform_cert_url":"https://cert.trustedform.com/{{person:x40}}","homeowner":"yes","monthly_bill":{{80 + (person % 300)}},
            "property_type":"single family","seconds_on_form":{{20 + (person % 100)}},"page_views":3,"user_agent":"{{Browser}}",
            "source":"quotes.example","sub_id":"s-{{person % 50}}"}
            """,
            out var written)
            ? written
            : throw new ArgumentException($"A lead needs {MaxSize} bytes.", nameof(into));
    }
}
