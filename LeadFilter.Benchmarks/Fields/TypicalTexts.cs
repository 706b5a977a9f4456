using LeadFilter.Core.Fields;

namespace LeadFilter.Benchmarks.Fields;

/// <summary>What vendors send for each type of field: a few texts, as typed and as cleaned.</summary>
internal static class TypicalTexts
{
    private static readonly Dictionary<string, string[]> ByType = new(StringComparer.OrdinalIgnoreCase)
    {
        ["boolean"] = ["yes", "TRUE", "0", "n"],
        ["city"] = ["Mesa", "SAN JOSE", " st. louis ", "Coeur d'Alene"],
        ["country"] = ["US", "United States", "can", "Deutschland"],
        ["date"] = ["2026-11-03", "11/3/2026", "Nov 3, 2026", "3 November 2026"],
        ["dob"] = ["1985-12-10", "12/10/1985", "4/2/62", "July 4, 1971"],
        ["email"] = ["Ada.Lovelace@gmail.com", "jo+solar@example.co.uk", "info@acme-roofing.com", "bob@gmial.com"],
        ["first_name"] = [" Ada", "JEAN-LUC", "María José", "Bob"],
        ["full_name"] = ["Dr. Jane O'Brien, MD", "ADA LOVELACE", "Ana de la Cruz", "Li Na"],
        ["gender"] = ["F", "male", "Woman", "non-binary"],
        ["ip"] = ["73.12.4.99", "2606:4700:0:0:0:0:0:1111", "10.0.0.1", "8.8.8.8"],
        ["last_name"] = ["Lovelace", "mcdonald", "van der Berg", "O’Brien"],
        ["money"] = ["$1,250.00", "180", "€ 1.250,00", "CAD 80"],
        ["number"] = ["48.5", "$1,234.50", "4", "1e3"],
        ["percentage"] = ["12.5 %", "12,5%", "40", "3 percent"],
        ["phone"] = ["(415) 555-0132", "+14155550132", "+44 20 7946 0000", "212-736-5000 x42"],
        ["postal_code"] = ["85201-1234", "94107", "k1a0b1", "SW1A 1AA"],
        ["range"] = ["100-150", "$100 to $150", "under 100", "150+"],
        ["ssn"] = ["123-45-6780", "123456780", "***-**-6780", "SSN: 123 45 6780"],
        ["state"] = ["arizona", "CA", "New York", "Ont."],
        ["string"] = ["offers.example", " Please call in the evening ", "fb-1042", "Mesa"],
        ["street"] = ["12 Analytical  Way", "N4590 County Rd K, Apt 4B", "PO Box 117", "123 Main St"],
        ["time"] = ["8:49 PM", "20:49", "9am", "08:49:37"],
        ["timestamp"] = ["2026-01-01T11:58:30Z", "11/03/2026 4:05 PM", "1767268710", "Tue, 03 Nov 2026 08:49:37 GMT"],
        ["trustedform"] =
        [
            "https://cert.trustedform.com/0123456789abcdef0123456789abcdef01234567",
            "https://cert.trustedform.com/0123456789ABCDEF0123456789ABCDEF01234567/",
        ],
        ["url"] =
        [
            "https://www.offers.example/solar?utm=42",
            "HTTP://Example.com",
            "example.org/a",
            "https://cert.trustedform.com/0123456789abcdef",
        ],
        ["user_agent"] =
        [
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36",
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 "
                + "Mobile/15E148 Safari/604.1",
            "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
            "curl/8.9.1",
        ],
    };

    /// <summary>The texts of a type.</summary>
    /// <param name="type">The type.</param>
    /// <exception cref="InvalidOperationException">There are none yet: add some.</exception>
    public static string[] Of(FieldType type) =>
        ByType.TryGetValue(type.Name, out var texts)
            ? texts
            : throw new InvalidOperationException($"No typical texts of type {type.Name}: add some to {nameof(TypicalTexts)}.");
}
