using LeadFilter.Core.Fields.Catalogue;

namespace LeadFilter.Tests.Fields;

/// <summary>Standardising allocates at most the canonical text.</summary>
[TestClass]
public sealed class AllocationTests
{
    private const int Times = 1000;

    [TestMethod]
    [DataRow("email", "jane@example.com")]
    [DataRow("email", " <jane@example.com>")]
    [DataRow("phone", "+14155550132")]
    [DataRow("phone", "+442079460000")]
    [DataRow("phone", "not a number")]
    [DataRow("postal_code", "94107-1234")]
    [DataRow("state", "new york")]
    [DataRow("street", " 123 N Main St Apt 4B")]
    [DataRow("city", "Winston-Salem")]
    [DataRow("country", "United States of America")]
    [DataRow("number", "$1,234.50")]
    [DataRow("number", "1.234,50")]
    [DataRow("number", "1,500 sq ft")]
    [DataRow("money", "$1,250.00")]
    [DataRow("money", "€ 1.250,00")]
    [DataRow("percentage", "12.5 %")]
    [DataRow("range", "100-150")]
    [DataRow("gender", "F")]
    [DataRow("boolean", "Sí")]
    [DataRow("ssn", "078-05-1120")]
    [DataRow("ssn", "***-**-1234")]
    [DataRow("string", "Müller & Söhne")]
    [DataRow("user_agent", "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36")]
    [DataRow("url", "https://www.example.co.uk/x?a=1&b=2")]
    [DataRow("boolean", "Yes")]
    [DataRow("timestamp", "2026-11-03T08:49:37.5+02:00")]
    [DataRow("timestamp", "Tue, 03 Nov 2026 08:49:37 GMT")]
    [DataRow("timestamp", "11/3/2026, 8:49:37 PM")]
    [DataRow("timestamp", "Nov 3, 2026 8:49 PM ET")]
    [DataRow("date", "11/3/2026")]
    [DataRow("time", "2:05 pm")]
    [DataRow("dob", "12/31/85")]
    [DataRow("url", "https://example.com/x?y=z#part")]
    [DataRow("ip", "8.8.8.8")]
    [DataRow("string", " Jane Doe ")]
    [DataRow("first_name", "Jean-Luc")]
    [DataRow("last_name", " de la Cruz ")]
    [DataRow("full_name", "Dr. Jane O'Brien, MD")]
    public void Nothing_is_allocated_where_no_new_text_is_needed(string name, string raw) => Assert.AreEqual(0, BytesPerRead(name, raw));

    [TestMethod]
    [DataRow("email", "Jane@Example.com", 16)]
    [DataRow("range", "$100 to $150", 7)]
    [DataRow("ssn", "123-45-6780", 11)]
    [DataRow("first_name", "JEAN-LUC", 8)]
    [DataRow("last_name", "von&nbsp;berg", 8)]
    [DataRow("full_name", "dr. jane  o'brien, md", 20)]
    [DataRow("phone", "(415) 555-0132", 12)]
    [DataRow("phone", "+44 (0)20 7946 0000", 13)]
    [DataRow("phone", "(415) 555-0132 x42", 14)]
    [DataRow("postal_code", "k1a0b1", 7)]
    [DataRow("postal_code", "sw1a1aa", 8)]
    [DataRow("street", "123 n. main st.", 13)]
    [DataRow("city", "ST LOUIS", 9)]
    [DataRow("url", "HTTPS://Example.com/x", 21)]
    public void Only_the_canonical_text_is_allocated(string name, string raw, int characters)
    {
        // A string takes 22 bytes and two for each character, in steps of eight.
        var expected = (22 + (2 * characters) + 7) / 8 * 8;

        Assert.AreEqual(expected, BytesPerRead(name, raw));
    }

    [TestMethod]
    public void An_address_of_version_6_takes_an_IPAddress_more() =>
        Assert.AreEqual(56 + 80, BytesPerRead("ip", "2606:4700:0:0:0:0:0:1111"));

    [TestMethod]
    [DataRow("email", "Jane@Example.com")]
    [DataRow("email", "asdf@inbox.mailinator.co.uk")]
    [DataRow("first_name", "JEAN-LUC")]
    [DataRow("last_name", "SH1T")]
    [DataRow("full_name", "Dr. Mickey J. Mouse, MD")]
    [DataRow("phone", "(415) 555-0132 x42")]
    [DataRow("postal_code", "94107-1234")]
    [DataRow("state", "new york")]
    [DataRow("city", "Gotham City")]
    [DataRow("country", "US")]
    [DataRow("timestamp", "2026-11-03")]
    [DataRow("date", "2026-11-03")]
    [DataRow("time", "14:05:30")]
    [DataRow("dob", "1985-12-31")]
    [DataRow("url", "https://www.example.co.uk/x?utm_source=google&gclid=abc")]
    [DataRow("range", "100-150")]
    [DataRow("money", "$250 CAD")]
    [DataRow("percentage", "12.5 %")]
    [DataRow("ssn", "***-**-1234")]
    [DataRow("user_agent", "Mozilla/5.0 (Linux; Android 13; CUBOT P80) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/128.0.0.0 Mobile Safari/537.36")]
    [DataRow("ip", "8.8.8.8")]
    public void Parts_allocate_nothing(string name, string raw)
    {
        FieldTypes.TryFind(name, out var type);
        var value = type!.Standardize(raw);
        var parts = type.Parts.ToArray();

        Assert.AreEqual(0, BytesPerCall(() =>
        {
            foreach (var part in parts)
            {
                part.Read(in value, Reading.ReceivedAt);
            }
        }));
    }

    private static long BytesPerRead(string name, string raw)
    {
        FieldTypes.TryFind(name, out var type);
        return BytesPerCall(() => type!.Standardize(raw));
    }

    /// <summary>The least of several rounds: what the runtime allocates beside the action now and then only adds.</summary>
    private static long BytesPerCall(Action action)
    {
        action();
        var least = long.MaxValue;
        for (var round = 0; round < 5; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < Times; i++)
            {
                action();
            }

            least = Math.Min(least, (GC.GetAllocatedBytesForCurrentThread() - before) / Times);
        }

        return least;
    }
}
