using System.Text;
using LeadFilter.Core.Campaigns.Loading;
using LeadFilter.Core.Files;
using LeadFilter.Core.Vendors;
using LeadFilter.Tests.Campaigns;
using LeadFilter.Tests.Folders;

namespace LeadFilter.Tests.Fuzzing;

/// <summary>Campaign files, vendors.json and list files: they load, or each mistake has a place and a remedy; nothing throws.</summary>
[TestClass]
[TestCategory("Fuzzing")]
public sealed class FileFuzzTests
{
    private static readonly byte[] VendorsJson = File.ReadAllBytes(Path.Combine(SampleFiles.Root, "campaigns", "vendors.json"));
    private static readonly VendorDirectory Vendors = VendorDirectoryLoader.Load("vendors.json", VendorsJson).Value!;

    private static readonly byte[][] Campaigns =
    [
        .. Directory.GetFiles(Path.Combine(SampleFiles.Root, "campaigns"), "*.json")
            .Where(file => Path.GetFileName(file) is not ("vendors.json" or "campaign.schema.json"))
            .Select(File.ReadAllBytes),
        Encoding.UTF8.GetBytes(TestCampaign.Json),
    ];

    private static readonly string[] Words =
    [
        "{", "}", "[", "]", ",", ":", "null", "true", "false", "-1", "0", "1e999", "1e-999", "99999999999999999999999999999999", "0.1", "\"\"", "\" \"", "\"\\ud800\"", "\"\\u0000\"", "\"\\u001b[31m\\n\"",
        "\"email\"", "\"phone_1.area\"", "\"age_seconds\"", "\"field\"", "\"is\"", "\"op\"", "\"in\"", "\"matches\"", "\"similar\"", "\"edits\"", "\"value\"", "\"values\"", "\"other\"", "\"list\"",
        "\"use\"", "\"conditions\"", "\"not\"", "\"all\"", "\"any\"", "\"none\"", "[]", "{}", "\"accept\"", "\"(((\"", "\"(a{1000}){1000}\"", "//", "/*", "\n", "\"shadow\"", "\"off\"", "\"trial\"", "\"acme\"", "\"price\"",
        "\"rejectWhen\"", "\"older than\"", "\"5 minutes\"", "\"99999999999 days\"", "\"lookups\"", "\"suppression\"", "\"caps\"", "\"hours\"", "\"score\"", "\"points\"", "\"timeZone\"", "\"Mars/Phobos\"", "\"region\"",
        "\"lists\"", "\"lists/zips.txt\"", "\"../x\"", "\"\\u202e\"", "\"2026-02-30\"", "\"99:99\"", "\"https://\"", "\"http://[::1\"", "\"{\"", "\"{email}\"", "\"{{email}}\"",
    ];

    [TestMethod]
    public void A_campaign_loads_or_says_where_it_is_wrong() => Fuzz.Run(
        random => Spoil(random, random.Of(Campaigns)),
        bytes => WrongWith(CampaignLoader.Load("solar.json", bytes, Vendors, _ => "94107\n73301\n"u8.ToArray()), bytes));

    [TestMethod]
    public void A_file_of_vendors_loads_or_says_where_it_is_wrong() =>
        Fuzz.Run(random => Spoil(random, VendorsJson), bytes => WrongWith(VendorDirectoryLoader.Load("vendors.json", bytes), bytes));

    [TestMethod]
    public void A_list_loads_or_says_where_it_is_wrong()
    {
        var files = ((string[])["postal_code", "email", "age", "created_at", "first_name"]).Select(field => Encoding.UTF8.GetBytes(CampaignText.With(
            ("lists", """{ "one": "lists/one.txt" }"""),
            ("rules", CampaignText.RuleWith($$"""{ "field": "{{field}}", "op": "in", "list": "one" }"""))))).ToArray();
        Fuzz.Run(NextList, list =>
        {
            foreach (var file in files)
            {
                if (WrongWith(CampaignLoader.Load("loans.json", file, TestCampaign.Vendors, _ => list), list) is { } wrong)
                {
                    return wrong;
                }
            }

            return null;
        });
    }

    private static byte[] NextList(Random random)
    {
        var lines = Enumerable.Range(0, random.Next(60)).Select(_ => random.Next(4) == 0 ? "# " + HostileText.Next(random) : HostileText.Next(random));
        var list = Encoding.UTF8.GetBytes(string.Join(random.Of(["\n", "\r\n", "\r"]), lines));
        return random.Next(2) == 0 ? Damage.Bytes(random, list) : list;
    }

    private static byte[] Spoil(Random random, byte[] good) => random.Next(3) switch
    {
        0 => Damage.Bytes(random, good),
        1 => Damage.Bytes(random, Damage.Words(random, good, Words)),
        _ => Damage.Words(random, good, Words),
    };

    private static string? WrongWith<T>(LoadResult<T> result, byte[] bytes)
        where T : class
    {
        if (result.Value is null == (result.Mistakes.Count == 0))
        {
            return $"{(result.Value is null ? "no value" : "a value")} and {result.Mistakes.Count} mistakes";
        }

        var lines = bytes.Count(one => one == (byte)'\n') + 1;
        return result.Mistakes.Concat(result.Warnings).FirstOrDefault(mistake => !IsWhole(mistake, lines)) is { } poor ? $"not a whole mistake: {poor}" : null;
    }

    // A mistake in a list's file stands in that file; one in the campaign that names it stands in few lines.
    private static bool IsWhole(Mistake mistake, int lines) =>
        mistake.Line >= 1 && (mistake.Line <= lines || mistake.File == "loans.json") && mistake.Column >= 1 && mistake.Path.Length > 0
        && mistake.Message.Length > 0 && mistake.Remedy.Length > 0 && !mistake.ToString().Any(char.IsControl);
}
