namespace LeadFilter.Tests.Conditions;

/// <summary>Texts of every type, on which the operators are tried.</summary>
internal static class OperandSamples
{
    /// <summary>
    /// Valid texts by type: two different values at least, and for each part of the type one that has it. A timestamp or date before the
    /// test's moment and one after it; of a type that holds words, one that is obscene.
    /// </summary>
    public static IReadOnlyDictionary<string, string[]> Valid { get; } = new Dictionary<string, string[]>
    {
        ["string"] = ["Solar Roof", "Zebra", "you asshole"],
        ["first_name"] = ["mary-ann", "Zoe", "Asshole"],
        ["last_name"] = ["O'BRIEN", "Zeta", "Asshole"],
        ["full_name"] = ["Mr. John Fitzgerald Kennedy Jr.", "Zoe Zeta", "Zoe Asshole"],
        ["email"] = ["ANN+tag@Example.COM", "bob@gmial.com", "bob@mail.other.co.uk"],
        ["phone"] = ["(415) 555-2671 ext. 12", "+1 212 555 3456", "+44 20 7946 0018"],
        ["postal_code"] = ["85004-1234", "10001", "M5V 2T6", "SW1A 1AA", "EC1A 1BB"],
        ["street"] = ["123 MAIN ST Apt 4", "PO Box 12", "9 Oak Ave", "12 Shit St"],
        ["city"] = ["ST LOUIS", "Reno", "Asshole"],
        ["country"] = ["usa", "Canada"],
        ["state"] = ["texas", "CA", "Ontario"],
        ["number"] = ["1,200.50", "3000"],
        ["boolean"] = ["yes", "no"],
        ["timestamp"] = ["2025-12-01 12:00", "2026-06-05T22:30:00Z"],
        ["date"] = ["1/2/2025", "2026-06-05"],
        ["time"] = ["2pm", "23:30:15"],
        ["dob"] = ["1/2/1985", "1990-06-01", "2026-06-05"],
        ["url"] =
        [
            "HTTPS://www.Example.com/a?utm_source=s&utm_medium=m&utm_campaign=c&utm_term=t&utm_content=o&utm_id=i",
            "https://other.org/x/?gclid=g1&gbraid=g2&wbraid=w&fbclid=f&msclkid=m&ttclid=t",
        ],
        ["trustedform"] =
        [
            "https://cert.trustedform.com/EB9FC4DD9BED9AD451A5648946CF4BF09B5BB947", "https://ping.trustedform.com/0123456789abcdef0123456789abcdef01234567",
        ],
        ["range"] = ["100-150", "$1k to $2k"],
        ["money"] = ["$1,250.00", "CAD 80"],
        ["percentage"] = ["12.5 %", "80"],
        ["gender"] = ["F", "male"],
        ["ssn"] = ["536-22-1234", "419-11-9876"],
        ["user_agent"] =
        [
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36",
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1",
        ],
        ["ip"] = ["8.8.8.8", "2001:4860:4860::8888"],
    };

    /// <summary>Texts that are no value of the type; types without one read any text.</summary>
    public static IReadOnlyDictionary<string, string> Invalid { get; } = new Dictionary<string, string>
    {
        ["first_name"] = "\u200B",
        ["last_name"] = "\u200B",
        ["full_name"] = "\u200B",
        ["email"] = "ann",
        ["phone"] = "123",
        ["postal_code"] = "somewhere",
        ["street"] = "#",
        ["city"] = "12345",
        ["country"] = "Atlantis",
        ["state"] = "Atlantis",
        ["number"] = "many",
        ["trustedform"] = "https://example.com/",
        ["boolean"] = "perhaps",
        ["timestamp"] = "soon",
        ["date"] = "soon",
        ["time"] = "soon",
        ["dob"] = "unknown",
        ["url"] = "not a url",
        ["range"] = "wide",
        ["money"] = "many",
        ["percentage"] = "all",
        ["gender"] = "blue",
        ["ssn"] = "12",
        ["ip"] = "8.8.8",
    };
}
